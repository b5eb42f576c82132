/** Ledgers: what is posted from one partition of the log, how far each has come, and who waits for it. */
@NullMarked
package dev.daybook.projection.ledger;

import org.jspecify.annotations.NullMarked;
