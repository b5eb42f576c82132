/** The command gateway: HTTP in, commands out, replies in, HTTP out. */
@NullMarked
package dev.daybook.gateway;

import org.jspecify.annotations.NullMarked;
