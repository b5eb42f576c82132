package dev.daybook.avro;

import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A Java record generated from an Avro record. It shows itself to Avro as an {@link IndexedRecord} that can be read,
 * with the values of Avro's generic representation, so that anything which writes generic records writes it too.
 */
public interface AvroRecord extends IndexedRecord {

    /** The value at a position of the schema, as Avro's generic representation has it. */
    @Override
    @Nullable
    Object get(int position);

    /** Not for immutable records. */
    @Override
    default void put(int position, @Nullable Object value) {
        throw new UnsupportedOperationException(
                getSchema().getFullName() + " is immutable: make a changed copy with one of its with… methods");
    }
}
