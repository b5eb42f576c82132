package dev.daybook.processor.command;

import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions of this module: the processor or its surroundings are broken. It never says anything about
 * a command.
 */
public abstract class ProcessorException extends RuntimeException {

    protected ProcessorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
