package dev.daybook.platform.schema;

import org.jspecify.annotations.Nullable;

/**
 * A message of a type, or written with a schema, that this program does not know. Another build may know it, or the registry
 * once it has the schema: so who must not leave anything out waits, and only who cannot wait takes it for unreadable.
 */
public final class UnknownMessageException extends UnreadableMessageException {

    public UnknownMessageException(String reason) {
        this(reason, null);
    }

    public UnknownMessageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
