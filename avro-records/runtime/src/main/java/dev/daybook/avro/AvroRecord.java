package dev.daybook.avro;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * A Java record generated from an Avro record. It shows itself to Avro as a {@link GenericRecord} that can be read, with
 * the values of Avro's generic representation, so that anything which writes generic records writes it too.
 */
public interface AvroRecord extends GenericRecord {

    /** The value at a position of the schema, as Avro's generic representation has it. */
    @Override
    @Nullable
    Object get(int position);

    /**
     * The value of a field, as Avro's generic representation has it.
     *
     * @throws AvroRuntimeException if there is no such field
     */
    @Override
    default @Nullable Object get(String field) {
        var found = getSchema().getField(field);
        if (found == null) {
            throw new AvroRuntimeException(getSchema().getFullName() + " has no field '" + field + "'");
        }
        return get(found.pos());
    }

    /** Not for immutable records. */
    @Override
    default void put(int position, @Nullable Object value) {
        throw immutable();
    }

    /** Not for immutable records. */
    @Override
    default void put(String field, @Nullable Object value) {
        throw immutable();
    }

    private UnsupportedOperationException immutable() {
        return new UnsupportedOperationException(
                getSchema().getFullName() + " is immutable: make a changed copy with one of its with… methods");
    }
}
