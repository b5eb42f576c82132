package dev.daybook.testkit.audit;

import java.util.List;

/**
 * All that Kafka holds about a type of aggregate, from the first command on.
 *
 * @param messages what is in its commands topic
 * @param events what is in its events topic, committed
 * @param replies what is in the replies topic about it, committed or not
 */
public record AggregateLog(List<LoggedMessage> messages, List<LoggedEvent> events, List<LoggedReply> replies) {}
