package dev.daybook.processor.wire;

import dev.daybook.platform.schema.RegistryException;
import dev.daybook.processor.command.ProcessorException;

/** The schema registry answers, but refuses what it accepted when the processor started. */
public final class RegistryRefusedException extends ProcessorException {

    RegistryRefusedException(RegistryException cause) {
        super("The schema registry no longer accepts the contract of this program: " + cause.getMessage(), cause);
    }
}
