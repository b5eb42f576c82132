package dev.daybook.platform.topic;

import dev.daybook.platform.PlatformException;
import java.nio.file.Path;
import java.util.List;

/** The topic file cannot be used. */
public final class InvalidTopicFileException extends PlatformException {
    private final List<String> faults;

    InvalidTopicFileException(Path file, List<String> faults) {
        super(file + ":\n" + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault there is, one sentence each: where it is, what is wrong, and what would be right. */
    public List<String> faults() {
        return faults;
    }
}
