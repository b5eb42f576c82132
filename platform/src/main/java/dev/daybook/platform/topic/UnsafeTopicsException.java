package dev.daybook.platform.topic;

import dev.daybook.platform.PlatformException;
import java.util.List;

/** The cluster has topics on which an app would lose or corrupt what it must keep, or it lacks topics. */
public final class UnsafeTopicsException extends PlatformException {
    private final List<String> faults;

    UnsafeTopicsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault there is, one sentence each: what is wrong and what to do. */
    public List<String> faults() {
        return faults;
    }
}
