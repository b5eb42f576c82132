/** What comes in: whether a message lies where its key belongs. */
@NullMarked
package dev.daybook.streams.intake;

import org.jspecify.annotations.NullMarked;
