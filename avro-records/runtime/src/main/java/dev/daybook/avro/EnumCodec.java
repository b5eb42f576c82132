package dev.daybook.avro;

import org.apache.avro.Schema;

/**
 * Reads and writes the symbols of one enum as Avro binary. Thread-safe.
 *
 * @param <E> the enum, its constants in the order of the schema's symbols
 */
public final class EnumCodec<E extends Enum<E>> {
    private final Schema schema;
    private final E[] symbols;

    /** The codec of a generated enum, with its schema as JSON and its constants in the schema's order. */
    public EnumCodec(String schema, E[] symbols) {
        this.schema = new Schema.Parser().parse(schema);
        this.symbols = symbols.clone();
    }

    /** The schema of the enum. */
    public Schema schema() {
        return schema;
    }

    /** Appends a symbol. */
    @SuppressWarnings("EnumOrdinal") // the constants stand in the order of the schema's symbols
    public void encode(E symbol, AvroOutput out) {
        out.writeInt(symbol.ordinal());
    }

    /** Reads a symbol. */
    public E decode(AvroInput in) {
        int index = in.readInt();
        if (index < 0 || index >= symbols.length) {
            throw new AvroInput.Malformed(
                    schema.getFullName() + " has symbols 0 to " + (symbols.length - 1) + ", but found " + index);
        }
        return symbols[index];
    }
}
