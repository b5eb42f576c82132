package dev.daybook.projection.query;

import dev.daybook.projection.stream.Condition;
import dev.daybook.projection.view.HostedView;
import java.util.function.Supplier;

/**
 * A view that can be asked.
 *
 * @param context the name of its context
 * @param hosted the view
 * @param condition how its application is
 */
public record ServedView<E, R>(String context, HostedView<E, R> hosted, Supplier<Condition> condition) {

    /** The name of the view. */
    public String name() {
        return hosted.view().name();
    }
}
