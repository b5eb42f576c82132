package dev.daybook.platform.config;

import dev.daybook.platform.PlatformException;
import java.util.List;

/** The configuration has faults. */
public final class ConfigException extends PlatformException {
    private final List<String> faults;

    /** All faults at once, one sentence each: what is wrong, where, and what would be right. */
    public ConfigException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
