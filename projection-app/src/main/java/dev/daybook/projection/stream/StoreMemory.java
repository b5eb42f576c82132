package dev.daybook.projection.stream;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all RocksDB stores of this process share, for blocks read and for writes not yet on disk. Without a
 * shared bound, each partition of each store would take as much as Kafka Streams gives to one.
 */
public final class StoreMemory implements AutoCloseable {
    private static final long MEBIBYTE = 1 << 20;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /** A bound in mebibytes; at most half of it holds writes. */
    public StoreMemory(int mebibytes) {
        cache = new LRUCache(mebibytes * MEBIBYTE);
        writeBuffers = new WriteBufferManager(mebibytes * MEBIBYTE / 2, cache);
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    /** Gives the memory back; all stores must be closed. */
    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
