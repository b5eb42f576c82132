package dev.daybook.avro.specimen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;

/** Schemas that other programs may write a record with. */
final class Writers {
    private Writers() {}

    /** The same fields from last to first. */
    static Schema reversed(Schema schema) {
        List<Schema.Field> fields = copies(schema);
        Collections.reverse(fields);
        return record(schema, fields);
    }

    /** The fields in any order, without some that have a default, and with one that the reader does not know. */
    static Schema random(Schema schema, RandomGenerator random) {
        List<Schema.Field> fields = copies(schema);
        fields.removeIf(field -> field.hasDefaultValue() && random.nextBoolean());
        if (random.nextBoolean()) {
            fields.add(new Schema.Field("unknown", Schema.createArray(Schema.create(Schema.Type.STRING))));
        }
        Collections.shuffle(fields, java.util.Random.from(random));
        return record(schema, fields);
    }

    /** What Avro's generic reader and writer make of the bytes. */
    static byte[] resolvedByAvro(byte[] bytes, Schema writer, Schema reader) {
        try {
            Object datum = new GenericDatumReader<>(writer, reader)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            return RandomRecords.binary(reader, datum);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Schema.Field> copies(Schema schema) {
        List<Schema.Field> copies = new ArrayList<>();
        schema.getFields().forEach(field -> copies.add(new Schema.Field(field, field.schema())));
        return copies;
    }

    private static Schema record(Schema like, List<Schema.Field> fields) {
        return Schema.createRecord(like.getName(), like.getDoc(), like.getNamespace(), false, fields);
    }
}
