package dev.daybook.projection.view;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.View;
import dev.daybook.platform.topic.ContextTopics;

/**
 * The names that a build of a view has in Kafka.
 *
 * @param application the id of its Kafka Streams application, such as {@code orders-view-order-summary-v1}
 * @param events the topic that it folds
 * @param rows what the schemas of its rows are registered for; all builds of a version share it
 */
public record ViewNames(String application, String events, String rows) {

    /** The names of a build of a view of a context. */
    public static ViewNames of(BoundedContext context, View<?, ?> view, BuildId build) {
        var name = application(context.name(), view.name(), build);
        return new ViewNames(
                name,
                new ContextTopics(context.name()).events(view.aggregate()),
                changelog(application(context.name(), view.name(), BuildId.first(view.version()))));
    }

    /** The id of the Kafka Streams application of a build. */
    public static String application(String context, String view, BuildId build) {
        return "%s-view-%s-%s".formatted(context, view, build);
    }

    /** The topic that keeps the rows of an application for the case that the disk is lost. */
    public static String changelog(String application) {
        return application + "-" + ViewTopology.STORE + "-changelog";
    }
}
