package dev.daybook.projection.view;

/**
 * A row that a view shows.
 *
 * @param key the aggregate's id
 * @param version the aggregate's version that the row shows
 * @param value the row
 */
public record Row<R>(String key, long version, R value) {}
