package dev.daybook.platform.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Stand-ins for Confluent's serializer and deserializer: made without arguments, configured by a map, from and to any
 * object, looking for a class of the schema's name, and failing with Kafka's exceptions.
 */
final class StandIns {
    static final AtomicReference<SchemaRegistry> REGISTRY = new AtomicReference<>(new MapRegistry());
    static final AtomicReference<Map<String, ?>> LAST_PROPERTIES = new AtomicReference<>(Map.of());
    static final AtomicBoolean AWAY = new AtomicBoolean();

    private StandIns() {}

    static final class AvroSerializer implements Serializer<Object> {
        @SuppressWarnings("RedundantModifier") // found by name, as Confluent's is
        public AvroSerializer() {}

        @Override
        public void configure(Map<String, ?> properties, boolean isKey) {
            LAST_PROPERTIES.set(properties);
        }

        @Override
        public byte[] serialize(String topic, Object data) {
            requireRegistry();
            // Whatever is no GenericRecord, Confluent's writes by reflection.
            var schema = ((GenericRecord) data).getSchema();
            requireTrust(schema);
            var bytes = new ByteArrayOutputStream();
            try {
                var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                new GenericDatumWriter<>(schema).write(data, encoder);
            } catch (IOException | RuntimeException e) {
                throw new SerializationException("Error serializing Avro message", e);
            }
            var id = REGISTRY.get().register(topic + "-" + schema.getFullName(), schema);
            return WireFormat.message(id, bytes.toByteArray(), bytes.size());
        }
    }

    static final class AvroDeserializer implements Deserializer<Object> {
        @SuppressWarnings("RedundantModifier") // found by name, as Confluent's is
        public AvroDeserializer() {}

        @Override
        public Object deserialize(String topic, byte[] data) {
            requireRegistry();
            var schema = REGISTRY.get().byId(WireFormat.schemaId(data));
            requireTrust(schema);
            try {
                var decoder = DecoderFactory.get()
                        .binaryDecoder(data, WireFormat.HEADER_LENGTH, data.length - WireFormat.HEADER_LENGTH, null);
                return new GenericDatumReader<>(schema).read(null, decoder);
            } catch (IOException | RuntimeException e) {
                throw new SerializationException("Error deserializing Avro message", e);
            }
        }
    }

    /** Confluent's look for the class that is named like the schema. */
    private static void requireTrust(Schema schema) {
        SpecificData.getForSchema(schema);
    }

    private static void requireRegistry() {
        if (AWAY.get()) {
            throw new TimeoutException("Error retrieving Avro schema");
        }
    }
}
