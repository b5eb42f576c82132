package dev.daybook.processor.store;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Declares the store of a type of aggregate. It is one for all that a partition remembers, without a cache: what a
 * command changes goes to one changelog, together with its events. A second store is a second partition in every
 * transaction, to be joined and marked; and a cache is written only when the commit begins, when all else is sent: both
 * make who waits for the commit wait longer.
 */
public final class PartitionStore {

    private PartitionStore() {}

    /** The store. Its keys and values are bytes, so that what it holds is ours to decide. */
    public static Set<StoreBuilder<?>> of(String aggregateType) {
        return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(StoreNames.memory(aggregateType)),
                        Serdes.ByteArray(),
                        Serdes.ByteArray())
                .withCachingDisabled());
    }
}
