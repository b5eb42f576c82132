package dev.daybook.streams.runtime;

import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.topic.ClusterException;
import dev.daybook.streams.retry.Backoff;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits at the start until Kafka and the schema registry can be asked, however long that takes. */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private final Backoff backoff;

    Waiting(Backoff backoff) {
        this.backoff = backoff;
    }

    /** A question to Kafka or to the registry. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    /**
     * The answer, once there is one. What does not pass by waiting is thrown.
     *
     * @param whom who is asked, for the log
     * @throws InterruptedException if the thread is interrupted, or the back-off closed
     */
    <T> T forAnswer(String whom, Question<T> question) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (ExecutionException e) {
                pause(whom, passing(e), attempt);
            } catch (RegistryUnavailableException e) {
                pause(whom, e, attempt);
            } catch (ClusterException e) {
                if (!(e.getCause() instanceof RetriableException)) {
                    throw e;
                }
                pause(whom, e, attempt);
            }
        }
    }

    private void pause(String whom, Throwable fault, int attempt) throws InterruptedException {
        var pause = backoff.after(attempt);
        LOG.warn("Waiting for {}: {}. Next attempt in {}", whom, fault.getMessage(), pause);
        if (!backoff.pause(pause)) {
            throw new InterruptedException("Ended while waiting for " + whom);
        }
    }

    private static Throwable passing(ExecutionException e) {
        return switch (e.getCause()) {
            case RetriableException passing -> passing;
            case RuntimeException lasting -> throw lasting;
            case null, default -> throw new IllegalStateException(e);
        };
    }
}
