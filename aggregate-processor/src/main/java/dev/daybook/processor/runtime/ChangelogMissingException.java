package dev.daybook.processor.runtime;

import dev.daybook.processor.command.ProcessorException;

/** There are events, but the state of their aggregates is gone, or was kept by a build with another format. */
public final class ChangelogMissingException extends ProcessorException {

    ChangelogMissingException(String changelog, String events) {
        super(
                ("There are events in %s, but the topic %s with the state of their aggregates is missing: without it"
                    + " their versions would begin again at 1. Restore that topic from a backup; for data of a build"
                    + " that kept its state otherwise, start with a new data folder")
                        .formatted(events, changelog),
                null);
    }
}
