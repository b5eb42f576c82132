package dev.daybook.processor.store;

import dev.daybook.processor.command.ProcessorException;

/** A store holds what this program cannot read: it was written by another version, or it is damaged. */
public final class CorruptStoreException extends ProcessorException {

    CorruptStoreException(String store, String key, Throwable cause) {
        super(
                "The store %s holds something unreadable for '%s': %s. Run the version of the program that wrote it, or rebuild the store from the log"
                        .formatted(store, key, cause),
                cause);
    }
}
