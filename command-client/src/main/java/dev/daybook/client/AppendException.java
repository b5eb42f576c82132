package dev.daybook.client;

import dev.daybook.platform.PlatformException;

/** A message is not in the log, or nobody knows whether it is. */
public final class AppendException extends PlatformException {
    private final Reason reason;

    /** Why, and so what its sender can do about it. */
    public enum Reason {
        /** It is certainly not in the log: send it again. */
        NOT_APPENDED,
        /** It may be in the log, or come there yet: send it again with the same id, and it takes effect once at most. */
        UNCONFIRMED,
        /** Kafka takes no record of its size. */
        TOO_LARGE
    }

    AppendException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
