package dev.daybook.projection.timeline;

import java.time.Instant;

/**
 * The state of an aggregate as it was.
 *
 * @param version the version that it had
 * @param at when it came to this version
 * @param state the state
 */
public record PastState<S>(long version, Instant at, S state) {}
