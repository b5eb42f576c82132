package dev.daybook.platform.schema;

import dev.daybook.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/** A message whose bytes are no record of the expected vocabulary, now and whenever this program reads them again. */
public sealed class UnreadableMessageException extends PlatformException permits UnknownMessageException {

    public UnreadableMessageException(String reason) {
        super(reason);
    }

    public UnreadableMessageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
