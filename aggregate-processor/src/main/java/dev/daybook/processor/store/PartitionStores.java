package dev.daybook.processor.store;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Declares the stores of a type of aggregate. */
public final class PartitionStores {

    private PartitionStores() {}

    /** The stores. Their keys and values are bytes, so that what they hold is ours to decide. */
    public static Set<StoreBuilder<?>> of(StoreNames names) {
        return Set.of(
                // An aggregate that is busy between two commits is read from memory and written once.
                bytes(names.state()).withCachingEnabled(),
                // Each outcome is written once and seldom read: a cache would only be in the way.
                bytes(names.outcomes()).withCachingDisabled(),
                // Counts with every command: the cache makes that one write a commit.
                bytes(names.position()).withCachingEnabled());
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> bytes(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray());
    }
}
