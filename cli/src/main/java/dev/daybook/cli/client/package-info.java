/** The HTTP APIs of Daybook, as the commands call them. */
@NullMarked
package dev.daybook.cli.client;

import org.jspecify.annotations.NullMarked;
