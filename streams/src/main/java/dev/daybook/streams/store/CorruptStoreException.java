package dev.daybook.streams.store;

import dev.daybook.streams.StreamsAppException;

/** A store holds what this program cannot read: it was written by another version, or it is damaged. */
public final class CorruptStoreException extends StreamsAppException {

    /**
     * What is wrong.
     *
     * @param key the key of what cannot be read, for a person
     */
    public CorruptStoreException(String store, String key, Throwable cause) {
        super(
                "The store %s holds something unreadable for '%s': %s. Run the version of the program that wrote it, or rebuild the store from the log"
                        .formatted(store, key, cause),
                cause);
    }
}
