package dev.daybook.projection.rollup;

import org.jspecify.annotations.Nullable;

/**
 * What an aggregate contributes, and what the last change of it was.
 *
 * @param position the position of the event that made it so
 * @param before what the aggregate contributed before that event; null for nothing
 * @param after what it contributes now; null for nothing
 */
record Contribution<R>(
        long position, @Nullable R before, @Nullable R after) {}
