package dev.daybook.chaos.fleet;

import java.time.Duration;
import java.util.Map;

/**
 * After what time the processes of a fleet take each other for dead: much shorter than in earnest, so that many deaths fit
 * into a run.
 *
 * @param session how long the consumer group waits for a processor
 * @param transaction how long the broker waits for the end of a transaction
 * @param append how long a gateway waits for a command to be appended
 */
public record Timeouts(Duration session, Duration transaction, Duration append) {
    /** As short as a busy machine of two cores can bear. */
    public static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(4));

    /** After which nothing of a process that was paused is left to it. */
    public Duration longest() {
        return session.compareTo(transaction) > 0 ? session : transaction;
    }

    Map<String, String> ofProcessor() {
        return Map.of(
                "kafka.session.timeout.ms", Long.toString(session.toMillis()),
                "kafka.heartbeat.interval.ms", Long.toString(session.toMillis() / 5),
                "kafka.transaction.timeout.ms", Long.toString(transaction.toMillis()));
    }

    Map<String, String> ofGateway() {
        return Map.of("append.timeout", append.toMillis() + "ms");
    }
}
