package dev.daybook.processes.publication;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.Publication;
import dev.daybook.platform.topic.ContextTopics;

/** The names of what a publication consists of. */
record PublicationNames(String context, String aggregate) {

    static PublicationNames of(BoundedContext context, Publication<?, ?, ?> publication) {
        return new PublicationNames(context.name(), publication.aggregate().type());
    }

    String application() {
        return context + "-" + aggregate + "-publication";
    }

    String events() {
        return topics().events(aggregate);
    }

    String published() {
        return topics().published();
    }

    /** The store of the aggregates as of the last event that was looked at. */
    String store() {
        return aggregate + "-published";
    }

    String changelog() {
        return application() + "-" + store() + "-changelog";
    }

    String source() {
        return aggregate + "-events";
    }

    String translate() {
        return aggregate + "-translate";
    }

    String sink() {
        return aggregate + "-integration-events";
    }

    private ContextTopics topics() {
        return new ContextTopics(context);
    }
}
