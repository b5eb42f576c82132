package dev.daybook.processes.topology;

import dev.daybook.streams.wire.Encoded;

/** What follows from a message does not fit into a message. */
final class TooLargeException extends RuntimeException {
    private final Encoded encoded;
    private final int limit;

    TooLargeException(Encoded encoded, int limit) {
        this.encoded = encoded;
        this.limit = limit;
    }

    String reason() {
        return "There would be a %s, but a message holds at most %d".formatted(encoded, limit);
    }
}
