package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the values of an Avro schema look like in JSON. Values are Avro's generic ones: what
 * {@link org.apache.avro.generic.IndexedRecord#get} gives and what a generic datum writer takes. Thread-safe.
 */
public sealed interface JsonType
        permits BooleanType,
                BytesType,
                DateType,
                DecimalType,
                EnumType,
                FloatingType,
                ListType,
                MapType,
                OptionalType,
                RecordType,
                StringType,
                TimestampType,
                WholeType {

    /** What a value must be, in words that complete "expected …". */
    String expected();

    /** Reads the value at which the input stands; notes a fault, and gives null, if it is none of this type. */
    @Nullable
    Object read(JsonInput in) throws IOException;

    /** Writes a value. */
    void write(@Nullable Object value, JsonGenerator out) throws IOException;

    /**
     * The type of a schema.
     *
     * @throws IllegalArgumentException if the schema holds what records are not generated for, such as a union of
     *     two records
     */
    static JsonType of(Schema schema) {
        return new JsonTypes().of(schema);
    }
}
