package dev.daybook.projection.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.OrderLog;
import dev.daybook.projection.Orders;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class HereTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders.order.events", 0);

    private final Shard<Counted> shard = new Shards<Counted>("view 'test'", 1).of(0);

    @Test
    void no_offset_is_committed_beyond_what_is_written() throws Exception {
        onAThread(() -> {
            var batches = Batches.ofThisThread();
            var here = new Here<>(shard, new Counted());
            post(here, 10, 11, 12);

            assertThat(committable(batches, 13)).isEqualTo(10);
            assertThat(shard.progress().orElseThrow().position()).isZero();
            batches.write();
            assertThat(committable(batches, 13)).isEqualTo(13);
            assertThat(shard.progress().orElseThrow().position()).isEqualTo(3);
            post(here, 13);
            assertThat(committable(batches, 14)).isEqualTo(13);
            here.close();
            assertThat(committable(batches, 14)).isEqualTo(14);
            return null;
        });
    }

    @Test
    void without_a_consumer_that_sees_to_it_each_event_is_written() throws Exception {
        onAThread(() -> {
            post(new Here<>(shard, new Counted()), 10, 11);

            assertThat(shard.progress().orElseThrow().position()).isEqualTo(2);
            return null;
        });
    }

    @Test
    void who_comes_to_an_appointment_finds_all_that_was_posted_written() throws Exception {
        onAThread(() -> {
            var _ = Batches.ofThisThread();
            var here = new Here<>(shard, new Counted());
            var met = shard.at(2, ledger -> ledger.written);
            var passed = shard.at(0, ledger -> ledger.written);
            post(here, 10, 11, 12);

            assertThat(met.resultNow()).isEqualTo(2);
            assertThat(passed.exceptionNow()).isInstanceOf(PassedException.class);
            return null;
        });
    }

    private void post(Here<Counted> here, long... offsets) {
        for (var offset : offsets) {
            here.post(event(here.ledger().posted + 1), new Where(offset));
        }
    }

    private static LoggedEvent event(long position) {
        var log = new OrderLog(new InMemorySchemaRegistry());
        for (var i = 0; i < position; i++) {
            log.append(String.valueOf(i), Orders.created("A"));
        }
        var event = log.events().getLast();
        return LoggedEvent.of(event.headers(), event.value());
    }

    private static long committable(Batches batches, long asked) {
        return batches.committable(PARTITION, new OffsetAndMetadata(asked)).offset();
    }

    /** What a thread writes together is remembered by thread. */
    private static void onAThread(Callable<?> work) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get();
        }
    }

    private record Where(long offset) implements RecordMetadata {
        @Override
        public String topic() {
            return PARTITION.topic();
        }

        @Override
        public int partition() {
            return PARTITION.partition();
        }
    }

    /** A ledger that counts. */
    private static final class Counted implements Ledger {
        private long posted;
        private long written;

        @Override
        public Progress progress() {
            return new Progress(posted, 0, Instant.EPOCH);
        }

        @Override
        public void post(LoggedEvent event) {
            posted = event.headers().position();
        }

        @Override
        public void write() {
            written = posted;
        }
    }
}
