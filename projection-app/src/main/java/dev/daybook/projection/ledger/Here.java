package dev.daybook.projection.ledger;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that is posted here, and what of it is posted but not written. Where the thread's consumer sees to it, what many
 * events write is written at once; otherwise each event's is. For the thread that posts.
 */
final class Here<L extends Ledger> implements Batches.Posted {
    private final Shard<L> shard;
    private final L ledger;
    private final Optional<Batches> batches = Batches.seenTo();
    private final Set<String> changed = new HashSet<>();
    private @Nullable TopicPartition partition;
    private long firstUnwritten;
    private int unwritten;

    Here(Shard<L> shard, L ledger) {
        this.shard = shard;
        this.ledger = ledger;
        shard.open(ledger);
    }

    L ledger() {
        return ledger;
    }

    void post(LoggedEvent event, RecordMetadata where) {
        ledger.post(event);
        if (unwritten == 0) {
            firstUnwritten = where.offset();
            join(where);
        }
        unwritten++;
        changed.add(event.headers().subject());
        if (batches.isEmpty() || unwritten == Ledger.MOST_AT_ONCE) {
            write();
        }
        workOff();
    }

    private void join(RecordMetadata where) {
        if (partition == null) {
            var its = new TopicPartition(where.topic(), where.partition());
            batches.ifPresent(all -> all.add(its, this));
            partition = its;
        }
    }

    /** Does what others asked of the ledger, if anything. */
    void workOff() {
        if (shard.hasWork(ledger)) {
            write();
            shard.workOff(ledger);
        }
    }

    @Override
    public void write() {
        if (unwritten > 0) {
            ledger.write();
            unwritten = 0;
            shard.advance(ledger.progress(), changed);
            changed.clear();
        }
    }

    @Override
    public Optional<Long> firstUnwritten() {
        return unwritten == 0 ? Optional.empty() : Optional.of(firstUnwritten);
    }

    void close() {
        shard.close(ledger);
        if (partition != null) {
            var its = partition;
            batches.ifPresent(all -> all.remove(its, this));
        }
    }
}
