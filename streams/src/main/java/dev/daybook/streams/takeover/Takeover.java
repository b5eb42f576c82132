package dev.daybook.streams.takeover;

import dev.daybook.streams.retry.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees the partitions that an instance waits for from what dead instances have left on them.
 *
 * <p>An instance that dies leaves its last transaction open. Until that ends, nobody can take its partitions over: the
 * restore reads what is committed only, and so does the question for the offset to begin with. By itself it ends with its
 * time-out. But when the group has given the partitions to another, the dead one is no member any more, and everybody can
 * tell its transaction by its id; fencing its producer ends it at once.
 *
 * <p>Who is taken for dead and is not, because it did not run for longer than its session, loses no more than it has lost
 * already: the group has given its partitions away, so that it must not commit. It finds its producer fenced, drops what
 * it holds and joins again; who has its partitions handles the same messages, with the same outcomes. Thread-safe.
 */
public final class Takeover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    private final Group group;
    private final Supplier<Collection<String>> self;
    private final BooleanSupplier waiting;
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("takeover").daemon().factory());

    /**
     * One that does nothing yet.
     *
     * @param self the client ids of this instance's members of the group
     * @param waiting whether this instance waits for partitions
     */
    public Takeover(Group group, Supplier<Collection<String>> self, BooleanSupplier waiting) {
        this.group = group;
        this.self = self;
        this.waiting = waiting;
    }

    /** Frees them, again and again, for as long as this instance waits. Returns at once. */
    public void begin() {
        thread.execute(this::freeWhileWaiting);
    }

    private void freeWhileWaiting() {
        for (var attempt = 1; waiting.getAsBoolean(); attempt++) {
            if (!free() || !backoff.pause(backoff.after(attempt))) {
                return;
            }
        }
    }

    /** Whether it is worth another attempt. */
    private boolean free() {
        try {
            group.fenceAbandoned(self.get());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                LOG.warn(
                        "The partitions of a dead instance wait for its transaction's time-out, because it may not be"
                                + " ended: {}. Allow DESCRIBE on the group, and DESCRIBE and WRITE on the transactional"
                                + " ids that begin with the application's",
                        e.getCause().getMessage());
                return false;
            }
            LOG.info("Cannot look for the transactions of dead instances yet: {}", String.valueOf(e.getCause()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        backoff.close();
        thread.shutdownNow();
    }
}
