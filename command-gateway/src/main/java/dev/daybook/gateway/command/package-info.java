/** Takes a command over HTTP: what the request says, checked, becomes a message to an aggregate. */
@NullMarked
package dev.daybook.gateway.command;

import org.jspecify.annotations.NullMarked;
