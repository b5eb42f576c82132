package dev.daybook.platform.topic;

import dev.daybook.core.BoundedContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics that bounded contexts have. */
final class TopicNames {
    private TopicNames() {}

    /** The names with their kinds, in the order of the contexts and their aggregates. */
    static Map<String, TopicKind> of(List<BoundedContext> contexts) {
        var names = new LinkedHashMap<String, TopicKind>();
        for (var context : contexts) {
            var topics = new ContextTopics(context.name());
            for (var aggregate : context.aggregates()) {
                names.put(topics.commands(aggregate.type()), TopicKind.COMMANDS);
                names.put(topics.events(aggregate.type()), TopicKind.EVENTS);
            }
            names.put(topics.replies(), TopicKind.REPLIES);
            names.put(topics.deadLetters(), TopicKind.DEAD_LETTERS);
            names.put(topics.viewBuilds(), TopicKind.VIEW_BUILDS);
            for (var process : context.processes()) {
                names.put(topics.inbox(process.name()), TopicKind.INBOX);
                names.put(topics.events(process.name()), TopicKind.EVENTS);
                names.put(topics.outbox(), TopicKind.OUTBOX);
            }
            if (!context.publications().isEmpty()) {
                names.put(topics.published(), TopicKind.PUBLIC);
            }
        }
        return names;
    }
}
