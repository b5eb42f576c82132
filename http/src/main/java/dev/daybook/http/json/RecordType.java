package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** An object with the fields of a record, and no others. */
public final class RecordType implements JsonType {
    private final Schema schema;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /**
     * A field of a record.
     *
     * @param schema the Avro field
     * @param type the type of its values
     */
    public record Field(Schema.Field schema, JsonType type) {

        public String name() {
            return schema.name();
        }

        /** Whether a document may leave it out: it has a default then, or is null. */
        public boolean isOptional() {
            return schema.hasDefaultValue() || type instanceof OptionalType;
        }

        /** The value of a field that is left out. */
        public @Nullable Object absent() {
            return schema.hasDefaultValue() ? GenericData.get().getDefaultValue(schema) : null;
        }
    }

    RecordType(Schema schema) {
        this.schema = schema;
    }

    /** Finds the types of the fields, once the record itself can be found. */
    void resolve(JsonTypes types) {
        for (var field : schema.getFields()) {
            fields.put(field.name(), new Field(field, types.of(field.schema())));
        }
    }

    public Schema schema() {
        return schema;
    }

    /** The fields in the order of the schema. */
    public Collection<Field> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    @Override
    public String expected() {
        return fields.isEmpty() ? "an object without fields" : "an object with the fields " + names();
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.START_OBJECT)) {
            return in.fault(expected());
        }
        var record = new GenericData.Record(schema);
        var seen = new BitSet();
        while (in.next() != JsonToken.END_OBJECT) {
            var name = in.text();
            in.enter(name);
            in.next();
            readField(name, record, seen, in);
            in.leave();
        }
        for (var field : fields.values()) {
            if (!seen.get(field.schema().pos())) {
                fillIn(field, record, in);
            }
        }
        return record;
    }

    private void readField(String name, IndexedRecord record, BitSet seen, JsonInput in) throws IOException {
        var field = fields.get(name);
        if (field == null) {
            in.fault(fields.isEmpty() ? "no fields" : "only the fields " + names(), "an unknown field");
        } else if (seen.get(field.schema().pos())) {
            in.fault("every field once", "the field a second time");
        } else {
            seen.set(field.schema().pos());
            record.put(field.schema().pos(), field.type().read(in));
        }
    }

    private void fillIn(Field field, IndexedRecord record, JsonInput in) throws IOException {
        if (field.isOptional()) {
            record.put(field.schema().pos(), field.absent());
        } else {
            in.enter(field.name());
            in.fault(field.type().expected(), "nothing");
            in.leave();
        }
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        var record = (IndexedRecord) Objects.requireNonNull(value);
        out.writeStartObject();
        for (var field : fields.values()) {
            var fieldValue = record.get(field.schema().pos());
            if (fieldValue != null) {
                out.writeFieldName(field.name());
                field.type().write(fieldValue, out);
            }
        }
        out.writeEndObject();
    }

    private String names() {
        return String.join(", ", fields.keySet());
    }
}
