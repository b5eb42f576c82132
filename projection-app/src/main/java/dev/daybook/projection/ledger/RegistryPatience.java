package dev.daybook.projection.ledger;

import dev.daybook.platform.schema.RegistryUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a schema registry that is away, and tries again: what an event says does not depend on whether the registry
 * happens to run. After a minute it gives up, well before the group would take the partition for abandoned.
 */
public final class RegistryPatience {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration IN_ALL = Duration.ofMinutes(1);

    private final Closing closing;

    public RegistryPatience(Closing closing) {
        this.closing = closing;
    }

    /**
     * Does work that needs the registry.
     *
     * @throws RegistryUnavailableException if it stays away for long, or the app is told to end meanwhile
     */
    public void run(Runnable work) {
        var waited = Duration.ZERO;
        for (var pause = FIRST_PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            try {
                work.run();
                return;
            } catch (RegistryUnavailableException e) {
                if (waited.compareTo(IN_ALL) > 0 || closing.within(pause)) {
                    throw e;
                }
                waited = waited.plus(pause);
                LOG.warn("Waiting for the schema registry, for {} so far: {}", waited, e.getMessage());
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
