package dev.daybook.chaos.fleet;

import java.time.Duration;
import java.util.Map;

/**
 * After what time the processes of a fleet give each other up: soon, so that many deaths fit into a run.
 *
 * @param session how long the consumer group waits for a processor; processors come with it
 * @param transaction how long the broker waits for the end of a transaction that nobody else ends
 * @param append how long a gateway waits for a command to be appended
 */
public record Timeouts(Duration session, Duration transaction, Duration append) {
    /** As short as a busy machine of two cores can bear. */
    public static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(4));

    /** After which nothing is left to a process that was paused. */
    public Duration longest() {
        return session.compareTo(transaction) > 0 ? session : transaction;
    }

    Map<String, String> ofProcessor() {
        return Map.of("kafka.transaction.timeout.ms", Long.toString(transaction.toMillis()));
    }

    Map<String, String> ofGateway() {
        return Map.of("append.timeout", append.toMillis() + "ms");
    }
}
