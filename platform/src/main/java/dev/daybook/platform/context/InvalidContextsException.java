package dev.daybook.platform.context;

import dev.daybook.platform.PlatformException;
import java.util.List;

/** The bounded contexts on the class path cannot run together. */
public final class InvalidContextsException extends PlatformException {
    private final List<String> faults;

    InvalidContextsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, one sentence each. */
    public List<String> faults() {
        return faults;
    }
}
