package dev.daybook.platform.topic;

import dev.daybook.platform.PlatformException;
import java.util.concurrent.ExecutionException;

/** The cluster did not do what it was asked for. */
public final class ClusterException extends PlatformException {
    ClusterException(String asked) {
        super("The cluster did not " + asked);
    }

    ClusterException(String asked, ExecutionException failure) {
        super("The cluster did not %s: %s".formatted(asked, failure.getCause()), failure.getCause());
    }
}
