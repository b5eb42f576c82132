package dev.daybook.processor.outlet;

import dev.daybook.core.BoundedContext;
import dev.daybook.platform.topic.ContextTopics;
import java.util.List;
import java.util.stream.Stream;

/** Where replies may go: a command cannot make the processor write anywhere else. */
public final class ReplyTopics {
    private ReplyTopics() {}

    /** The topics of a context: that of its replies, and the inboxes of its processes, which send commands too. */
    public static List<String> of(BoundedContext context) {
        var topics = new ContextTopics(context.name());
        return Stream.concat(
                        Stream.of(topics.replies()),
                        context.processes().stream().map(process -> topics.inbox(process.name())))
                .toList();
    }
}
