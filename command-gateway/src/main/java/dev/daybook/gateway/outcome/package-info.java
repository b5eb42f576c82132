/** Tells what became of a command: as the answer to it, or later to who asks. */
@NullMarked
package dev.daybook.gateway.outcome;

import org.jspecify.annotations.NullMarked;
