package dev.daybook.projection.view;

import org.jspecify.annotations.Nullable;

/**
 * What is kept for a row.
 *
 * @param position the position of the event that it was last folded from; what came before it need not be folded again
 * @param version the aggregate's version that this event made
 * @param row the row; null if there is none any more
 */
public record RowEntry<R>(
        long position, long version, @Nullable R row) {}
