package dev.daybook.processor.command;

import dev.daybook.streams.wire.Encoded;

/**
 * An event to be appended to the log.
 *
 * @param id {@code <command id>:<n>}, n counting the command's events from 1
 * @param version the aggregate's version that it makes
 * @param position the count of events in the partition up to it
 */
public record Append(String id, Encoded event, long version, long position) {}
