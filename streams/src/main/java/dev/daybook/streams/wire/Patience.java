package dev.daybook.streams.wire;

import dev.daybook.platform.schema.RegistryException;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.streams.retry.Backoff;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again while the schema registry is away, so that no message is judged by that. It gives up after a limit below
 * {@code max.poll.interval.ms}: the thread then starts anew, and an instance that does reach the registry may take its
 * work. Thread-safe.
 */
public final class Patience implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final Duration limit;

    public Patience(Duration limit) {
        this.limit = limit;
    }

    /**
     * What the question gives, once it can be asked.
     *
     * @throws RegistryAwayException if the registry stays away for longer than the limit
     * @throws RegistryRefusedException if the registry answers, but refuses
     */
    public <T> T ask(Supplier<T> question) {
        var waited = Duration.ZERO;
        for (var attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (RegistryUnavailableException e) {
                var pause = backoff.after(attempt);
                LOG.warn("Waiting for the schema registry: {}. Next attempt in {}", e.getMessage(), pause);
                if (waited.compareTo(limit) >= 0 || !backoff.pause(pause)) {
                    throw new RegistryAwayException(waited, attempt, e);
                }
                waited = waited.plus(pause);
            } catch (RegistryException e) {
                throw new RegistryRefusedException(e);
            }
        }
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        backoff.close();
    }
}
