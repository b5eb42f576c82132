/** Tells what followed from a command, across aggregates and processes, out of the log itself. */
@NullMarked
package dev.daybook.cli.trace;

import org.jspecify.annotations.NullMarked;
