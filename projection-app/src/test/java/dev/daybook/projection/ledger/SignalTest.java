package dev.daybook.projection.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignalTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Signal signal = new Signal();

    @Test
    void news_that_came_before_the_wait_end_it() throws InterruptedException {
        signal.raise();

        assertThat(signal.await(LONG)).isTrue();
    }

    @Test
    void news_wake_once_however_often_they_come() throws InterruptedException {
        signal.raise();
        signal.raise();

        assertThat(signal.await(LONG)).isTrue();
        assertThat(signal.await(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void a_wait_is_bounded() throws InterruptedException {
        assertThat(signal.await(Duration.ofMillis(1))).isFalse();
        assertThat(signal.await(Duration.ofMillis(-1))).isFalse();
    }

    @Test
    void no_news_are_missed_however_they_cross_with_waits() {
        var written = new AtomicInteger();
        var read = new CompletableFuture<Integer>();
        Thread.startVirtualThread(() -> {
            try {
                var last = 0;
                while (last < 100_000 && signal.await(LONG)) {
                    last = written.get();
                }
                read.complete(last);
            } catch (InterruptedException e) {
                read.completeExceptionally(e);
            }
        });

        for (var i = 1; i <= 100_000; i++) {
            written.set(i);
            signal.raise();
        }

        assertThat(read.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(100_000);
    }
}
