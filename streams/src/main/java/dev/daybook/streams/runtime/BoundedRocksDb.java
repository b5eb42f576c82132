package dev.daybook.streams.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Gives all stores of the process one cache, with one budget for write buffers within it. By itself every store of every
 * task takes up to 98 MiB, without a bound on how many there are.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** The setting: the memory of all stores together, in bytes. The first store that is opened decides. */
    static final String MEMORY = "daybook.rocksdb.memory.bytes";

    private static final int WRITE_BUFFERS_PART = 4;
    private static final double INDEX_AND_FILTER_RATIO = 0.2;
    private static final long BLOCK_SIZE = 16 * 1024;
    private static final long WRITE_BUFFER_SIZE = 4 * 1024 * 1024;

    /** Lives as long as the process: stores come and go with their tasks. */
    private static @Nullable Shared shared;

    private record Shared(Cache cache, WriteBufferManager writeBuffers) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var memory = shared(Long.parseLong(String.valueOf(configs.get(MEMORY))));
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setBlockSize(BLOCK_SIZE);
        // Else indexes and filters stand outside of the cache, and grow with the data.
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_SIZE);
        // Nearly every command id is looked up to find nothing: only a filter on the last level too saves that read.
        options.setOptimizeFiltersForHits(false);
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache and the write buffers are not this store's alone.
    }

    private static synchronized Shared shared(long bytes) {
        if (shared == null) {
            var cache = new LRUCache(bytes, -1, false, INDEX_AND_FILTER_RATIO);
            shared = new Shared(cache, new WriteBufferManager(bytes / WRITE_BUFFERS_PART, cache));
        }
        return shared;
    }
}
