package dev.daybook.processes.instruction;

import org.jspecify.annotations.Nullable;

/** An instance could not be told something, or nobody knows whether it was. */
final class UntoldException extends RuntimeException {
    private final String topic;

    UntoldException(String topic, @Nullable Throwable cause) {
        super("%s does not take it: %s. It may have; to tell it twice does no harm".formatted(topic, cause), cause);
        this.topic = topic;
    }

    /** The topic that it was for. */
    String topic() {
        return topic;
    }
}
