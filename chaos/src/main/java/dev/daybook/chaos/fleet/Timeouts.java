package dev.daybook.chaos.fleet;

import java.time.Duration;
import java.util.Map;

/**
 * After what time the processes of a fleet give each other up: soon, so that many deaths fit into a run.
 *
 * @param session how long the consumer group waits for a processor or a process manager; they come with it
 * @param transaction how long the broker waits for the end of a transaction that nobody else ends
 * @param append how long a gateway waits for a command to be appended
 * @param payment how long an order waits for its payment
 */
public record Timeouts(Duration session, Duration transaction, Duration append, Duration payment) {
    /** As short as a busy machine of two cores can bear. */
    public static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofSeconds(6));

    /** As the process {@code fulfillment} has it. */
    private static final Duration TIME_TO_PAY = Duration.ofDays(3);

    /** After which nothing is left to a process that was paused. */
    public Duration longest() {
        return session.compareTo(transaction) > 0 ? session : transaction;
    }

    Map<String, String> ofProcessor() {
        return Map.of("kafka.transaction.timeout.ms", Long.toString(transaction.toMillis()));
    }

    Map<String, String> ofProcessManager() {
        return Map.of(
                "kafka.transaction.timeout.ms",
                Long.toString(transaction.toMillis()),
                "timers.ahead",
                TIME_TO_PAY.minus(payment).toMillis() + "ms");
    }

    Map<String, String> ofGateway() {
        return Map.of("append.timeout", append.toMillis() + "ms");
    }
}
