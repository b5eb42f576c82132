package dev.daybook.projection.parking;

import java.time.Instant;

/**
 * When an event is folded.
 *
 * @param time what the partition's clock showed when the event came
 * @param late whether it was parked, so that other aggregates' events that came after it have been folded already
 */
public record Turn(Instant time, boolean late) {}
