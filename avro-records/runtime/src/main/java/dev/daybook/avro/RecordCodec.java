package dev.daybook.avro;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Reads and writes records of one type as Avro binary, without reflection. Thread-safe.
 *
 * @param <T> the records
 */
public abstract class RecordCodec<T extends AvroRecord> {
    private final Class<T> type;
    private final Schema schema;

    /**
     * The codec of a generated record.
     *
     * @param schema the schema as JSON, in pieces that fit into a class file
     */
    protected RecordCodec(Class<T> type, String... schema) {
        this.type = type;
        this.schema = new Schema.Parser().parse(String.join("", schema));
    }

    /** Appends the fields in the schema's order. */
    protected abstract void write(T record, AvroOutput out);

    /** Reads the fields in the schema's order. */
    protected abstract T read(AvroInput in);

    /** The Java type of the records. */
    public final Class<T> type() {
        return type;
    }

    /** The schema that records are written with. */
    public final Schema schema() {
        return schema;
    }

    /** The schema's full name. */
    public final String fullName() {
        return schema.getFullName();
    }

    /** The record as Avro binary. */
    public final byte[] encode(T record) {
        AvroOutput out = new AvroOutput();
        write(record, out);
        return out.toByteArray();
    }

    /** Appends the record as Avro binary. */
    public final void encode(T record, AvroOutput out) {
        write(record, out);
    }

    /**
     * Reads the record that fills {@code length} bytes from {@code offset}, written with {@link #schema()}.
     *
     * @throws MalformedRecordException if they are not exactly one such record
     */
    public final T decode(byte[] bytes, int offset, int length) {
        AvroInput in = new AvroInput(bytes, offset, length);
        try {
            T record = read(in);
            in.requireEnd();
            return record;
        } catch (AvroInput.Malformed | IllegalArgumentException e) {
            throw new MalformedRecordException(fullName(), String.valueOf(e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw new MalformedRecordException(fullName(), "it is nested too deep", e);
        }
    }

    /** Reads a record that is part of another. */
    public final T decode(AvroInput in) {
        return read(in);
    }

    /**
     * A reader of what was written with another schema: fields are matched by name and alias, missing ones take their
     * default, numbers are widened.
     *
     * @throws IncompatibleSchemaException if the schemas do not fit together
     */
    public final RecordReader<T> reader(Schema writer) {
        List<SchemaFault> faults = SchemaFaults.of(schema, writer);
        if (!faults.isEmpty()) {
            throw new IncompatibleSchemaException(fullName(), writer.getFullName(), faults);
        }
        return hasBinaryOf(writer) ? this::decode : new ResolvingReader<>(this, writer);
    }

    /** Schemas of one canonical form, which has no more than names, types and order, have the same binary. */
    private boolean hasBinaryOf(Schema writer) {
        return SchemaNormalization.toParsingForm(writer).equals(SchemaNormalization.toParsingForm(schema));
    }

    @Override
    public String toString() {
        return "RecordCodec[" + fullName() + "]";
    }
}
