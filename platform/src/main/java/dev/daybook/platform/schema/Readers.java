package dev.daybook.platform.schema;

import dev.daybook.avro.RecordReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The readers for the schema ids that were seen. Immutable, so that it is read without a lock, and with ids as plain
 * ints, so that finding one allocates nothing.
 */
final class Readers<M> {
    private final int[] ids;
    private final List<RecordReader<? extends M>> readers;

    private Readers(int[] ids, List<RecordReader<? extends M>> readers) {
        this.ids = ids;
        this.readers = readers;
    }

    static <M> Readers<M> none() {
        return new Readers<>(new int[0], List.of());
    }

    /** The reader for an id, or null if it was not seen yet. */
    @Nullable
    RecordReader<? extends M> find(int id) {
        for (var i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return readers.get(i);
            }
        }
        return null;
    }

    Readers<M> with(int id, RecordReader<? extends M> reader) {
        var more = Arrays.copyOf(ids, ids.length + 1);
        more[ids.length] = id;
        return new Readers<>(
                more,
                Stream.concat(readers.stream(), Stream.<RecordReader<? extends M>>of(reader))
                        .toList());
    }
}
