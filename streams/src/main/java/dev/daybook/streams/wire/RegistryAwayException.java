package dev.daybook.streams.wire;

import dev.daybook.streams.StreamsAppException;
import java.time.Duration;

/** The schema registry stayed away for longer than a stream thread can wait, or the application is being closed. */
public final class RegistryAwayException extends StreamsAppException {

    RegistryAwayException(Duration waited, int attempts, Throwable cause) {
        super(
                "The schema registry could not be asked in %d attempts over %s: %s"
                        .formatted(attempts, waited, cause.getMessage()),
                cause);
    }
}
