package dev.daybook.projection.stream;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.HostInfo;

/**
 * An instance of an application, as the group knows it.
 *
 * @param host where it is reached
 * @param owned the partitions of the log that it posts
 * @param copied the partitions of the log of whose ledgers it keeps a copy
 */
public record Member(HostInfo host, Set<TopicPartition> owned, Set<TopicPartition> copied) {

    public Member {
        owned = Set.copyOf(owned);
        copied = Set.copyOf(copied);
    }
}
