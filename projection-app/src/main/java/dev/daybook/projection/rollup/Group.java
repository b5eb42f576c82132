package dev.daybook.projection.rollup;

/**
 * A row of a rollup, or what one partition adds to it.
 *
 * @param key the group
 * @param row what the group's aggregates contribute together
 */
public record Group<R>(String key, R row) {}
