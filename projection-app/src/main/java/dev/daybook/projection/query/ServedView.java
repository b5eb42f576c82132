package dev.daybook.projection.query;

import dev.daybook.projection.stream.Group;
import dev.daybook.projection.view.HostedView;

/**
 * A view that can be asked.
 *
 * @param context the name of its context
 * @param hosted the view
 * @param group its application
 */
public record ServedView<E, R>(String context, HostedView<E, R> hosted, Group group) {

    /** The name of the view. */
    public String name() {
        return hosted.view().name();
    }
}
