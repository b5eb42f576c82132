/** Reads topics as any consumer does, in no group. */
@NullMarked
package dev.daybook.cli.log;

import org.jspecify.annotations.NullMarked;
