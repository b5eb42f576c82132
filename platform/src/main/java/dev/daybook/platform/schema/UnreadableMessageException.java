package dev.daybook.platform.schema;

import dev.daybook.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/** A message whose bytes are no record of the expected vocabulary, now and whenever they are read again. */
public final class UnreadableMessageException extends PlatformException {

    public UnreadableMessageException(String reason) {
        super(reason);
    }

    public UnreadableMessageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
