package dev.daybook.projection.live;

import dev.daybook.http.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What a stream shows. It is read as fast as its client takes it: the store is the buffer, and nothing else grows where a
 * client is slow. For one thread.
 */
public interface Feed extends AutoCloseable {

    /**
     * Writes some of what is new.
     *
     * @return whether there may be more
     */
    boolean write(EventStream out) throws IOException, InterruptedException;

    /** How often it looks without being told that there is news. Then it must find out cheaply whether there is. */
    default Duration rhythm() {
        return ChronoUnit.FOREVER.getDuration();
    }

    /** Whether there is nothing to come any more. It is asked whenever the stream wakes, so it must cost little. */
    default boolean over() {
        return false;
    }

    /** Watches no longer. */
    @Override
    void close();
}
