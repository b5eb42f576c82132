package dev.daybook.streams.runtime;

import dev.daybook.streams.StreamsAppException;

/** There are events, but the state of who wrote them is gone, or was kept by a build with another format. */
public final class ChangelogMissingException extends StreamsAppException {

    ChangelogMissingException(String changelog, String events) {
        super(
                ("There are events in %s, but the topic %s with the state of those who wrote them is missing: without"
                    + " it their versions would begin again at 1. Restore that topic from a backup; for data of a"
                    + " build that kept its state otherwise, start with a new data folder")
                        .formatted(events, changelog),
                null);
    }
}
