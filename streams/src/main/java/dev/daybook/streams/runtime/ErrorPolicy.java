package dev.daybook.streams.runtime;

import dev.daybook.streams.StandstillException;
import dev.daybook.streams.retry.Backoff;
import dev.daybook.streams.store.CorruptStoreException;
import dev.daybook.streams.wire.RegistryAwayException;
import dev.daybook.streams.wire.RegistryRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when a stream thread dies. What only an operator can mend ends the application, with a message that says
 * so. What is known to pass, and what the application cannot get past, is tried anew for ever, anything else
 * {@value #MOST_IN_A_ROW} times in a row, in which those do not count; each time the thread is replaced after a growing pause. An hour's quiet forgets.
 */
final class ErrorPolicy implements StreamsUncaughtExceptionHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPolicy.class);
    private static final int MOST_IN_A_ROW = 10;
    private static final Duration QUIET = Duration.ofHours(1);
    /** Longer than the longest pause: who has not met a standstill again by then has got past it. */
    private static final Duration GONE = Duration.ofMinutes(1);

    private static final List<Class<? extends Throwable>> BROKEN = List.of(
            Error.class,
            CorruptStoreException.class,
            RegistryRefusedException.class,
            AuthenticationException.class,
            AuthorizationException.class,
            FencedInstanceIdException.class,
            UnsupportedVersionException.class,
            ConfigException.class,
            MissingSourceTopicException.class,
            TopologyException.class);
    private static final List<Class<? extends Throwable>> PASSING = List.of(
            RegistryAwayException.class,
            RetriableException.class,
            // What an instance meets that was taken for dead, when it goes on. It joins again.
            ApplicationRecoverableException.class,
            CommitFailedException.class,
            RebalanceInProgressException.class,
            TaskCorruptedException.class,
            TaskMigratedException.class);

    private final String applicationId;
    private final Backoff backoff;
    private final Clock clock;
    private final Row all = new Row();
    private final Row unknown = new Row();
    private volatile String fatal = "";
    private volatile @Nullable Standstill standstill;

    /** A message that the application could not get past. */
    private record Standstill(String why, Instant met) {}

    /** How often something happened without an hour's quiet. */
    private static final class Row {
        private Instant last = Instant.EPOCH;
        private int length;

        synchronized int add(Instant now) {
            length = last.plus(QUIET).isBefore(now) ? 1 : length + 1;
            last = now;
            return length;
        }
    }

    ErrorPolicy(String applicationId, Backoff backoff, Clock clock) {
        this.applicationId = applicationId;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** What ended the application, in one sentence; empty if nothing has. */
    String fatal() {
        return fatal;
    }

    /** The message that the application cannot get past, and why; empty if there is none. */
    String standstill() {
        var last = standstill;
        return last == null || last.met.plus(GONE).isBefore(clock.instant()) ? "" : last.why;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable error) {
        var stands = cause(error, List.of(StandstillException.class));
        var broken = cause(error, BROKEN);
        if (stands.isPresent()) {
            standstill = new Standstill(String.valueOf(stands.get().getMessage()), clock.instant());
        } else if (broken.isPresent()) {
            return end("This needs somebody to mend it: " + broken.get(), error);
        }
        if (stands.isEmpty() && cause(error, PASSING).isEmpty()) {
            var times = unknown.add(clock.instant());
            if (times > MOST_IN_A_ROW) {
                return end("What nobody knows happened " + times + " times in a row, at last: " + error, error);
            }
        }
        var attempt = all.add(clock.instant());
        var pause = backoff.after(attempt);
        LOG.warn(
                "A thread of {} died, the {}. time in a row, and is replaced in {}",
                applicationId,
                attempt,
                pause,
                error);
        return backoff.pause(pause)
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private StreamThreadExceptionResponse end(String why, Throwable error) {
        LOG.error("{} stops. {}", applicationId, why, error);
        fatal = why;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Optional<Throwable> cause(Throwable error, List<Class<? extends Throwable>> kinds) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause)
                .filter(e -> kinds.stream().anyMatch(kind -> kind.isInstance(e)))
                .findFirst();
    }

    /** Ends all pauses. */
    @Override
    public void close() {
        backoff.close();
    }
}
