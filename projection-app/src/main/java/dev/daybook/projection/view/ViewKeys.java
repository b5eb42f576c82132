package dev.daybook.projection.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a view's store. A row's key is a mark and the aggregate's id; an index entry's is another mark, the filter's
 * field and value, each with its length before it, and the aggregate's id. Under one prefix keys are thus in the order of ids.
 */
final class ViewKeys {
    private static final byte INDEX = 1;
    private static final byte ROW = 2;
    /** After all keys under a prefix: UTF-8 has no such byte. */
    private static final byte[] LAST = {(byte) 0xff};

    private ViewKeys() {}

    /** The beginning of the keys of all rows. */
    static byte[] rows() {
        return new byte[] {ROW};
    }

    /** The beginning of the keys of the index entries of a filter's value. */
    static byte[] index(String field, String value) {
        var fieldBytes = field.getBytes(UTF_8);
        var valueBytes = value.getBytes(UTF_8);
        var key = ByteBuffer.allocate(1
                + Varint.size(fieldBytes.length)
                + fieldBytes.length
                + Varint.size(valueBytes.length)
                + valueBytes.length);
        key.put(INDEX);
        Varint.write(fieldBytes.length, key);
        key.put(fieldBytes);
        Varint.write(valueBytes.length, key);
        key.put(valueBytes);
        return key.array();
    }

    /** The key under a prefix of what belongs to an aggregate. */
    static Bytes key(byte[] prefix, String aggregateId) {
        return joined(prefix, aggregateId.getBytes(UTF_8));
    }

    /** The aggregate's id in the key of a row. */
    static String id(Bytes row) {
        return new String(row.get(), 1, row.get().length - 1, UTF_8);
    }

    /** Before all keys under a prefix that come after an aggregate's; null: before all. */
    static Bytes after(byte[] prefix, @Nullable String aggregateId) {
        return aggregateId == null ? Bytes.wrap(prefix) : key(prefix, aggregateId + '\0');
    }

    /** After all keys under a prefix. */
    static Bytes end(byte[] prefix) {
        return joined(prefix, LAST);
    }

    private static Bytes joined(byte[] prefix, byte[] suffix) {
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + suffix.length)
                .put(prefix)
                .put(suffix)
                .array());
    }
}
