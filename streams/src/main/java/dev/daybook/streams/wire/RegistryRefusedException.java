package dev.daybook.streams.wire;

import dev.daybook.platform.schema.RegistryException;
import dev.daybook.streams.StreamsAppException;

/** The schema registry answers, but refuses what it accepted when the application started. */
public final class RegistryRefusedException extends StreamsAppException {

    RegistryRefusedException(RegistryException cause) {
        super("The schema registry no longer accepts the contract of this program: " + cause.getMessage(), cause);
    }
}
