package dev.daybook.projection.lag;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.MalformedHeaderException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One look at the ends of partitions. It begins a few offsets before each end and reads on to it; where there was no event,
 * because all that is there are the markers of transactions, it begins again further back.
 */
final class Look {
    private static final Duration POLL = Duration.ofMillis(100);
    /** How many offsets before the end it begins; each time it begins again, as many times more. */
    private static final long STEP = 8;

    private final Consumer<byte[], byte[]> consumer;
    private final long deadline;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;
    private final Set<TopicPartition> open;
    private final Map<Integer, Long> positions = new HashMap<>();

    Look(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Duration atMost) {
        this.consumer = consumer;
        this.deadline = System.nanoTime() + atMost.toNanos();
        this.open = new HashSet<>(partitions);
        consumer.assign(partitions);
        // An assignment that is the same as the last keeps what the last look paused.
        consumer.resume(partitions);
        this.begins = consumer.beginningOffsets(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    /** The position of the last event by partition, 0 where there is none; what was not seen in time is left out. */
    Map<Integer, Long> positions() {
        for (var back = STEP; !open.isEmpty(); back *= STEP) {
            for (var partition : open) {
                consumer.seek(partition, begin(partition, back));
            }
            if (!readToEnds()) {
                break;
            }
            settle(back);
        }
        return positions;
    }

    private boolean readToEnds() {
        while (open.stream().anyMatch(partition -> consumer.position(partition) < end(partition))) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            for (var event : consumer.poll(POLL)) {
                position(event).ifPresent(position -> positions.put(event.partition(), position));
            }
        }
        return true;
    }

    /** Empty for a record that is no event: views pass over it as well. */
    private static Optional<Long> position(ConsumerRecord<byte[], byte[]> message) {
        try {
            return Optional.of(EventHeaders.read(message.headers()).position());
        } catch (MalformedHeaderException e) {
            return Optional.empty();
        }
    }

    private void settle(long back) {
        for (var partition : open) {
            if (begin(partition, back) == begin(partition)) {
                positions.putIfAbsent(partition.partition(), 0L);
            }
        }
        open.removeIf(partition -> positions.containsKey(partition.partition()));
        consumer.pause(consumer.assignment());
        consumer.resume(open);
    }

    private long begin(TopicPartition partition, long back) {
        return Math.max(begin(partition), end(partition) - back);
    }

    private long begin(TopicPartition partition) {
        return Objects.requireNonNull(begins.get(partition));
    }

    private long end(TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }
}
