/** Asks the read side. */
@NullMarked
package dev.daybook.cli.query;

import org.jspecify.annotations.NullMarked;
