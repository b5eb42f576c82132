package dev.daybook.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.platform.app.App;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final Parts parts = new Parts();

    @Test
    void are_not_ready_before_the_last_has_come() {
        parts.add(new Part(true, ""));

        assertThat(parts.ready()).isFalse();
        assertThat(parts.whyNotReady()).isEqualTo("It waits for Kafka and the schema registry");

        parts.complete();

        assertThat(parts.ready()).isTrue();
        assertThat(parts.whyNotReady()).isEmpty();
    }

    @Test
    void are_as_live_and_as_ready_as_each_of_them() {
        parts.add(new Part(true, ""));
        parts.add(new Part(true, "one waits"));
        parts.complete();
        assertThat(parts.live()).isTrue();

        parts.add(new Part(false, "another died"));

        assertThat(parts.live()).isFalse();
        assertThat(parts.ready()).isFalse();
        assertThat(parts.whyNotReady()).isEqualTo("one waits; another died");
    }

    @Test
    void close_side_by_side() {
        var closing = new CountDownLatch(2);
        parts.add(new Part(true, "", closing));
        parts.add(new Part(true, "", closing));

        // One after the other, the first would wait for ever.
        parts.close();

        assertThat(closing.getCount()).isZero();
    }

    /** A part that closes when all that are to be closed are closing. */
    private record Part(boolean live, String whyNotReady, CountDownLatch closing) implements App {
        Part(boolean live, String whyNotReady) {
            this(live, whyNotReady, new CountDownLatch(1));
        }

        @Override
        public boolean ready() {
            return whyNotReady.isEmpty();
        }

        @Override
        public void close() {
            closing.countDown();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
