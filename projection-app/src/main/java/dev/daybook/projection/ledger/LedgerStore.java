package dev.daybook.projection.ledger;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The store that a ledger is kept in: RocksDB, with a changelog.
 *
 * <p>A ledger has one store and not several, and no cache before it, because then the store and its changelog both
 * take its writes in the order in which they come. Whatever a crash loses, what is left is how the store stood at some
 * earlier moment. What comes first is therefore there whenever what comes later is there; a {@link Batch} merges writes before
 * they come here.
 */
public final class LedgerStore {

    private LedgerStore() {}

    /** The builder of a store. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }
}
