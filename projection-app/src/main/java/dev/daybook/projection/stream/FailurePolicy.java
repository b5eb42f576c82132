package dev.daybook.projection.stream;

import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.PostingFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what becomes of an application whose thread died. What may pass, trouble with the broker, the registry or the
 * disk, is tried again after a pause, for ever. Anything else would happen again with the same event: the application stops,
 * so that nobody reads what is wrong, and the other applications of the process go on.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private final String application;
    private final Closing closing;
    private final Duration pause;
    private volatile Optional<String> failure = Optional.empty();

    FailurePolicy(String application, Closing closing, Duration pause) {
        this.application = application;
        this.closing = closing;
        this.pause = pause;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable error) {
        if (mayPass(error)) {
            LOG.warn("{} starts its thread anew in {}", application, pause, error);
            return closing.within(pause)
                    ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                    : StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        failure = Optional.of(reason(error));
        LOG.error("{} stops", application, error);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Why the application stopped, if it did. */
    Optional<String> failure() {
        return failure;
    }

    private static boolean mayPass(Throwable error) {
        var root = causes(error).reduce((outer, inner) -> inner).orElse(error);
        return root instanceof KafkaException
                || root instanceof RegistryUnavailableException
                || root instanceof IOException
                || root instanceof RocksDBException;
    }

    private static String reason(Throwable error) {
        return causes(error)
                .filter(PostingFailedException.class::isInstance)
                .findFirst()
                .orElse(error)
                .toString();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
