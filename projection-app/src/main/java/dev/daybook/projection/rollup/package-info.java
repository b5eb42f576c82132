/** Rollups: the sums of what aggregates contribute, by group, as they are and as they were. */
@NullMarked
package dev.daybook.projection.rollup;

import org.jspecify.annotations.NullMarked;
