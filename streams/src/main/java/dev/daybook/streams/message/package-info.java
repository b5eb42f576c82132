/** Messages as a topology takes and gives them: what was received from where, and what goes to which partition. */
@NullMarked
package dev.daybook.streams.message;

import org.jspecify.annotations.NullMarked;
