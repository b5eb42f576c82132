package dev.daybook.processor.command;

/**
 * An aggregate at a version.
 *
 * @param version the count of its events; 0 if it has none
 */
public record Snapshot<S>(S state, long version) {}
