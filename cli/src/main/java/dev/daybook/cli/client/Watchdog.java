package dev.daybook.cli.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closes a connection on which nothing comes any more, so that who reads it goes on. */
final class Watchdog implements AutoCloseable {
    private final ServerEvents events;
    private final Duration silence;
    private final CountDownLatch over = new CountDownLatch(1);

    private Watchdog(ServerEvents events, Duration silence) {
        this.events = events;
        this.silence = silence;
    }

    static Watchdog over(ServerEvents events, Duration silence) {
        var watchdog = new Watchdog(events, silence);
        Thread.ofVirtual().name("watchdog").start(watchdog::watch);
        return watchdog;
    }

    private void watch() {
        try {
            while (!over.await(silence.toMillis() / 4, TimeUnit.MILLISECONDS)) {
                if (events.silence().compareTo(silence) > 0) {
                    events.close();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It is over either way.
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
