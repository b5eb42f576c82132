package dev.daybook.testkit;

import dev.daybook.core.Metadata;

/**
 * An event as it stands in the log.
 *
 * @param event the event
 * @param metadata what was recorded with it
 */
public record Recorded<E>(E event, Metadata metadata) {}
