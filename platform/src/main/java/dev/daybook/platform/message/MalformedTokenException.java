package dev.daybook.platform.message;

import dev.daybook.platform.PlatformException;

/** A text is no token. */
public final class MalformedTokenException extends PlatformException {
    private final String value;

    MalformedTokenException(String value) {
        super("A token is <aggregate>:<partition>:<position>, such as order:3:1287, but this is '" + value + "'");
        this.value = value;
    }

    /** What stands in the token's place. */
    public String value() {
        return value;
    }
}
