/** A whole Daybook on one machine: its data folder, its processes, and how commands find it. */
@NullMarked
package dev.daybook.cli.stack;

import org.jspecify.annotations.NullMarked;
