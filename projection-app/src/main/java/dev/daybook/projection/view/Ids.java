package dev.daybook.projection.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The ids of aggregates, in the order of their UTF-8 bytes, read off the keys of a store. */
final class Ids implements Iterator<String>, AutoCloseable {
    private final int prefixLength;
    private final KeyValueIterator<Bytes, byte[]> entries;

    Ids(int prefixLength, KeyValueIterator<Bytes, byte[]> entries) {
        this.prefixLength = prefixLength;
        this.entries = entries;
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    /** The next id, which stays the next; its bytes give the order. */
    byte[] peek() {
        var key = entries.peekNextKey().get();
        return Arrays.copyOfRange(key, prefixLength, key.length);
    }

    @Override
    public String next() {
        var id = peek();
        entries.next();
        return new String(id, UTF_8);
    }

    @Override
    public void close() {
        entries.close();
    }
}
