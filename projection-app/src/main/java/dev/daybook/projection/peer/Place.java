package dev.daybook.projection.peer;

import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.stream.Member;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition of an application's ledgers, wherever it is. Every look at it is a new one: it may move at any time.
 *
 * @param group the application
 * @param topic the topic of the events
 * @param shard the place for it here
 */
public record Place(Group group, String topic, Shard<?> shard) {

    int partition() {
        return shard.partition();
    }

    /** Whether it is posted here, and can be read. */
    public boolean isHere() {
        return shard.progress().isPresent();
    }

    /** Whose it is, as far as the group has told; it may not be able to read it yet. */
    Optional<Address> owner() {
        return where(member -> member.owned().contains(new TopicPartition(topic, partition())))
                .findFirst();
    }

    /**
     * Who may have copies: first who keeps them, as far as the group has told. While the partition is nobody's, that is about to
     * change and may not be told yet, so anyone else may have what it has of it.
     */
    List<Address> copies() {
        var keepers = where(member -> member.copied().contains(new TopicPartition(topic, partition())));
        return owner().isPresent()
                ? keepers.toList()
                : Stream.concat(keepers, where(_ -> true)).distinct().toList();
    }

    private Stream<Address> where(Predicate<Member> condition) {
        return group.members().stream()
                .filter(condition)
                // One that does not say where it is reached is of an older release.
                .filter(member -> member.host().port() > 0)
                .map(member -> Address.of(member.host()));
    }
}
