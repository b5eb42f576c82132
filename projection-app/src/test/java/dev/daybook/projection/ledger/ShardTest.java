package dev.daybook.projection.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Shard<FixedLedger> shard = new Shard<>("view 'test'", 3);

    private record FixedLedger(Progress progress) implements Ledger {
        static FixedLedger at(long position) {
            return new FixedLedger(new Progress(position, 0, Instant.EPOCH));
        }

        @Override
        public void post(LoggedEvent event) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void who_asks_for_a_position_that_is_reached_does_not_wait() throws InterruptedException {
        shard.open(FixedLedger.at(5));

        assertThat(shard.await(5, Duration.ZERO)).isTrue();
    }

    @Test
    void who_waits_goes_on_when_the_position_arrives() {
        shard.open(FixedLedger.at(5));
        var sixth = waiting(6);
        var seventh = waiting(7);

        shard.advance(new Progress(6, 0, Instant.EPOCH));

        assertThat(sixth.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        assertThat(seventh).isNotDone();
        shard.advance(new Progress(7, 0, Instant.EPOCH));
        assertThat(seventh.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void who_waits_for_a_ledger_that_is_away_goes_on_when_it_comes_far_enough() {
        var waiting = waiting(2);

        shard.open(FixedLedger.at(2));

        assertThat(waiting.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void a_position_of_a_ledger_that_left_does_not_count() throws InterruptedException {
        var left = FixedLedger.at(9);
        shard.open(left);
        shard.close(left);

        assertThat(shard.await(1, Duration.ofMillis(1))).isFalse();
        assertThat(shard.progress()).isEmpty();
    }

    @Test
    void a_wait_is_bounded() throws InterruptedException {
        shard.open(FixedLedger.at(5));

        assertThat(shard.await(6, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void the_ledger_that_is_away_cannot_be_had() {
        assertThatThrownBy(shard::ledger)
                .isInstanceOf(ShardAwayException.class)
                .hasMessage("Partition 3 of view 'test' is not here: it is being restored, or it moves");
    }

    @Test
    void a_ledger_that_leaves_late_does_not_take_its_successor_along() {
        var old = FixedLedger.at(1);
        var successor = FixedLedger.at(1);
        shard.open(old);
        shard.open(successor);

        shard.close(old);

        assertThat(shard.ledger()).isSameAs(successor);
    }

    @Test
    void who_watches_an_aggregate_hears_of_it_and_of_no_other() throws InterruptedException {
        shard.open(FixedLedger.at(5));
        var news = new Signal();
        try (var _ = shard.watch("10248", news)) {
            shard.advance(new Progress(6, 0, Instant.EPOCH), List.of("10249"));
            assertThat(news.await(Duration.ZERO)).isFalse();

            shard.advance(new Progress(7, 0, Instant.EPOCH), List.of("10248"));
            assertThat(news.await(Duration.ZERO)).isTrue();
        }
        shard.advance(new Progress(8, 0, Instant.EPOCH), List.of("10248"));
        assertThat(news.await(Duration.ZERO)).isFalse();
    }

    @Test
    void who_watches_hears_that_the_ledger_comes_and_goes() throws InterruptedException {
        var news = new Signal();
        var other = new Signal();
        try (var _ = shard.watch("10248", news);
                var _ = shard.watch("10248", other)) {
            var ledger = FixedLedger.at(5);
            shard.open(ledger);
            assertThat(news.await(Duration.ZERO)).isTrue();
            assertThat(other.await(Duration.ZERO)).isTrue();

            shard.close(ledger);
            assertThat(news.await(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void no_waiter_is_forgotten_however_positions_and_waiters_cross() {
        shard.open(FixedLedger.at(0));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiters = IntStream.rangeClosed(1, 500)
                    .mapToObj(position -> threads.submit(() -> shard.await(position, LONG)))
                    .toList();
            IntStream.rangeClosed(1, 500).forEach(position -> shard.advance(new Progress(position, 0, Instant.EPOCH)));

            assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.get()).isTrue());
        }
    }

    private CompletableFuture<Boolean> waiting(long position) {
        var entered = new CompletableFuture<Void>();
        var result = new CompletableFuture<Boolean>();
        Thread.startVirtualThread(() -> {
            entered.complete(null);
            try {
                result.complete(shard.await(position, LONG));
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        entered.join();
        return result;
    }
}
