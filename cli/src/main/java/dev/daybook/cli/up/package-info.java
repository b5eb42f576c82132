/** Starts, looks at and stops a stack on this machine. */
@NullMarked
package dev.daybook.cli.up;

import org.jspecify.annotations.NullMarked;
