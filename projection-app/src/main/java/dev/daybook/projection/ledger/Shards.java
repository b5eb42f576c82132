package dev.daybook.projection.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/** The partitions of a view or a timeline, each with its ledger if that is here. Thread-safe. */
public final class Shards<L extends Ledger> {
    private final String name;
    private final List<Shard<L>> shards;

    /**
     * The shards of a view or a timeline.
     *
     * @param name what they are the shards of, for messages
     * @param partitions how many partitions the topic of the events has
     */
    public Shards(String name, int partitions) {
        this.name = name;
        shards = IntStream.range(0, partitions)
                .mapToObj(partition -> new Shard<L>(name, partition))
                .toList();
    }

    /** What they are the shards of. */
    public String name() {
        return name;
    }

    /** All of them, by partition. */
    public List<Shard<L>> all() {
        return shards;
    }

    /** The shard of a partition, which must be one of the topic. */
    public Shard<L> of(int partition) {
        return shards.get(partition);
    }

    /** The shard of an aggregate: where Kafka's default partitioner puts the aggregate's events. */
    public Shard<L> of(String aggregateId) {
        return of(Utils.toPositive(Utils.murmur2(aggregateId.getBytes(UTF_8))) % shards.size());
    }

    /**
     * All ledgers.
     *
     * @throws ShardAwayException if one is not here
     */
    public List<L> ledgers() {
        return shards.stream().map(Shard::ledger).toList();
    }
}
