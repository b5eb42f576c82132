package dev.daybook.projection.stream;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/** Configures each RocksDB store to live in the {@link StoreMemory} that the application's configuration holds. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    static final String MEMORY = "daybook.store.memory";

    private static final long WRITE_BUFFER_BYTES = 4 << 20;
    private static final int WRITE_BUFFERS = 2;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var memory = (StoreMemory) Objects.requireNonNull(configs.get(MEMORY), MEMORY);
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        // Index and filter blocks count too, or the bound would be none.
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        // Events and rows repeat their field values and header names a lot.
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    /** What stores share is closed with the app, not with a store. */
    @Override
    public void close(String storeName, Options options) {}
}
