package dev.daybook.platform.broker;

import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * A setting of the brokers that Daybook would have otherwise than Kafka's default.
 *
 * @param wanted the value wanted
 * @param cost what another value costs
 */
record Wish(String setting, String wanted, Fulfilment fulfilment, String cost) {
    private static final int REPLICAS = 3;
    private static final int REPLICAS_IN_SYNC = 2;
    private static final long YEAR = 365 * 24 * 60;

    /** Whether a value is as good as the one wanted, in a cluster of so many brokers. */
    @FunctionalInterface
    interface Fulfilment {
        boolean by(String value, int brokers);
    }

    static final List<Wish> ALL = List.of(
            new Wish(
                    "add.partitions.to.txn.retry.backoff.ms",
                    "1",
                    number(millis -> millis <= 5),
                    "a committed answer waits so much longer whenever a transaction follows another"),
            new Wish(
                    "group.min.session.timeout.ms",
                    "3000 or less",
                    number(millis -> millis <= 3_000),
                    "so long at least nobody takes over from a processor that died"),
            new Wish(
                    "group.initial.rebalance.delay.ms",
                    "0",
                    number(millis -> millis <= 500),
                    "after a stop of all processors commands wait so much longer for the first that starts"),
            new Wish(
                    "transaction.abort.timed.out.transaction.cleanup.interval.ms",
                    "1000",
                    number(millis -> millis <= 1_000),
                    "when all processors die at once, readers stand still so much longer"),
            new Wish(
                    "offsets.retention.minutes",
                    "2147483647",
                    number(minutes -> minutes >= YEAR),
                    "an app that is away for longer is forgotten, and begins its input again or not at all"),
            new Wish(
                    "offsets.topic.replication.factor",
                    String.valueOf(REPLICAS),
                    replicas(REPLICAS),
                    "the loss of a broker can lose where each app was"),
            new Wish(
                    "transaction.state.log.replication.factor",
                    String.valueOf(REPLICAS),
                    replicas(REPLICAS),
                    "the loss of a broker can lose transactions, and all commands stand still"),
            new Wish(
                    "transaction.state.log.min.isr",
                    String.valueOf(REPLICAS_IN_SYNC),
                    replicas(REPLICAS_IN_SYNC),
                    "the loss of a broker can lose the outcome of a transaction"),
            new Wish(
                    "unclean.leader.election.enable",
                    "false",
                    (value, brokers) -> value.equals("false"),
                    "a broker that was behind may lead, and events that were acknowledged are lost"));

    private static Fulfilment number(LongPredicate good) {
        return (value, brokers) -> good.test(Long.parseLong(value));
    }

    /** A cluster that has fewer brokers cannot have more replicas. */
    private static Fulfilment replicas(int wanted) {
        return (value, brokers) -> Long.parseLong(value) >= Math.min(wanted, brokers);
    }

    /** What is to be said of it, in one sentence; empty if there is nothing. */
    String remark(Map<String, String> values, int brokers) {
        var other = values.entrySet().stream()
                .filter(value -> !fulfilment.by(value.getValue(), brokers))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))));
        return other.isEmpty()
                ? ""
                : "%s is %s, wanted is %s: %s"
                        .formatted(
                                setting,
                                other.entrySet().stream()
                                        .map(value -> value.getKey() + " on broker " + value.getValue())
                                        .collect(Collectors.joining(" and ")),
                                wanted,
                                cost);
    }
}
