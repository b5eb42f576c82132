package dev.daybook.cli.trace;

import dev.daybook.core.BoundedContext;
import dev.daybook.platform.topic.ContextTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics that stories are in, each with what it holds. */
final class Topics {
    private Topics() {}

    /**
     * What a topic holds.
     *
     * @param owner the type of aggregate, or the process; the context, of dead letters
     */
    record Content(Kind kind, String owner) {}

    /** The kinds of topics that stories are in. */
    enum Kind {
        COMMANDS,
        EVENTS,
        STEPS,
        DEAD_LETTERS
    }

    /** The topics of some contexts, by name. */
    static Map<String, Content> of(List<BoundedContext> contexts) {
        var topics = new HashMap<String, Content>();
        for (var context : contexts) {
            var names = new ContextTopics(context.name());
            for (var aggregate : context.aggregates()) {
                topics.put(names.commands(aggregate.type()), new Content(Kind.COMMANDS, aggregate.type()));
                topics.put(names.events(aggregate.type()), new Content(Kind.EVENTS, aggregate.type()));
            }
            for (var process : context.processes()) {
                topics.put(names.events(process.name()), new Content(Kind.STEPS, process.name()));
            }
            topics.put(names.deadLetters(), new Content(Kind.DEAD_LETTERS, context.name()));
        }
        return topics;
    }
}
