package dev.daybook.processor.command;

import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.wire.Encoded;

/** What was decided does not fit into a message. */
final class TooLargeException extends RuntimeException {
    private final String what;
    private final Encoded encoded;
    private final int limit;

    TooLargeException(String what, Encoded encoded, int limit) {
        this.what = what;
        this.encoded = encoded;
        this.limit = limit;
    }

    Failure failure() {
        return new Failure(
                Failure.TOO_LARGE,
                "The %s is %s, but a message holds at most %d".formatted(what, encoded, limit),
                this);
    }
}
