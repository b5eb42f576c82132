package dev.daybook.projection.parking;

import org.jspecify.annotations.Nullable;

/**
 * What became of an aggregate's parked events when they were tried again.
 *
 * @param discarded how many were dropped
 * @param released how many were folded
 * @param parked how many still wait
 * @param stoppedBy the event that could not be folded, with its reason; null if nothing stopped it, or the most that are
 *     tried at once were tried
 */
public record Release(
        long discarded,
        long released,
        long parked,
        @Nullable ParkedEvent stoppedBy) {}
