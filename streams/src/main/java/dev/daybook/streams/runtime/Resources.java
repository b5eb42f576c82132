package dev.daybook.streams.runtime;

import java.nio.file.Path;

/**
 * What an instance may use of its machine.
 *
 * @param stateDir where state is kept between runs
 * @param threads the stream threads of each application
 * @param standbys the copies of each partition's state on other instances
 * @param storeMemory the bytes of memory that all stores share
 */
public record Resources(Path stateDir, int threads, int standbys, long storeMemory) {
    /** What key, headers and Kafka's framing may add to the largest payload, in bytes. */
    public static final int HEADROOM = 48_000;
}
