package dev.daybook.streams.runtime;

import dev.daybook.streams.StreamsAppException;

/** An application has worked before, but what it remembers is gone, or was kept by a build with another format. */
public final class ChangelogMissingException extends StreamsAppException {

    ChangelogMissingException(Recollection recollection, String trace) {
        super(
                ("The topic %s is missing, which %s restores what it remembers from, but %s. Without it %s. Restore"
                    + " that topic from a backup; %s. Before either, stop every instance and delete the folder %s in"
                    + " the state folder of each: what is in it is of the topic that is gone, and could be taken for"
                    + " the new one's")
                        .formatted(
                                recollection.changelog(),
                                recollection.application(),
                                trace,
                                recollection.without(),
                                recollection.remedy(),
                                recollection.application()),
                null);
    }
}
