package dev.daybook.platform.schema;

import dev.daybook.platform.PlatformException;

/** Confluent's classes are asked for, but are not on the class path. */
public final class ConfluentMissingException extends PlatformException {
    private final String className;

    ConfluentMissingException(String className, Throwable cause) {
        super(
                ("With registry.client=confluent the class %s must be on the class path: build with -Pconfluent, "
                                + "or set registry.client=daybook")
                        .formatted(className),
                cause);
        this.className = className;
    }

    /** The class that is missing. */
    public String className() {
        return className;
    }
}
