package dev.daybook.projection.build;

import dev.daybook.core.View;
import dev.daybook.projection.view.BuildId;

/** Starts a build of a view. */
@FunctionalInterface
public interface BuildStarter {

    /** Starts it; returns at once. */
    RunningBuild start(View<?, ?> view, BuildId build);
}
