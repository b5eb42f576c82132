package dev.daybook.projection.view;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.View;
import dev.daybook.platform.topic.ContextTopics;

/**
 * The names that a view version has in Kafka.
 *
 * @param application the id of its Kafka Streams application, such as {@code orders-view-order-summary-v1}
 * @param events the topic that it folds
 */
public record ViewNames(String application, String events) {

    /** The names of a view of a context. */
    public static ViewNames of(BoundedContext context, View<?, ?> view) {
        return new ViewNames(
                "%s-view-%s-v%d".formatted(context.name(), view.name(), view.version()),
                new ContextTopics(context.name()).events(view.aggregate()));
    }

    /** The topic that keeps its rows for the case that the disk is lost. */
    public String changelog() {
        return application + "-" + ViewTopology.STORE + "-changelog";
    }
}
