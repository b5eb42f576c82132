package dev.daybook.processor.command;

import java.time.Duration;

/**
 * What an outcome depends on besides the log. It is changed with care: from then on a replay of the log may differ from
 * what was.
 *
 * @param dedupeWindow how long an outcome answers a repeated command
 * @param largestPayload the most bytes of an event, a state or an outcome
 */
public record Rules(Duration dedupeWindow, int largestPayload) {}
