package dev.daybook.platform.schema;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records with Confluent's deserializer, and makes ours of the generic ones that it gives. */
final class ConfluentDeserializer<M extends AvroRecord> implements Deserializer<M> {
    private final Deserializer<Object> confluent;
    private final RecordDeserializer<M> own;
    private final Map<Schema, RecordReader<? extends M>> readers = new ConcurrentHashMap<>();

    ConfluentDeserializer(Deserializer<Object> confluent, RecordDeserializer<M> own) {
        this.confluent = confluent;
        this.own = own;
    }

    @Override
    public @Nullable M deserialize(String topic, byte @Nullable [] message) {
        if (message == null) {
            return null;
        }
        own.requireVocabulary(message);
        return converted((IndexedRecord) generic(topic, message));
    }

    private Object generic(String topic, byte[] message) {
        try {
            return confluent.deserialize(topic, message);
        } catch (KafkaException e) {
            // It says the same of malformed bytes and of a registry that is away. Ours tells which.
            own.deserialize(topic, message);
            throw new RegistryUnavailableException(
                    "Confluent's deserializer cannot read a message of %s that is well-formed: %s"
                            .formatted(topic, e.getMessage()),
                    e);
        }
    }

    private M converted(IndexedRecord generic) {
        return own.read(readers.computeIfAbsent(generic.getSchema(), own::reader), binary(generic), 0);
    }

    private static byte[] binary(IndexedRecord generic) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(generic.getSchema()).write(generic, encoder);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
    }

    @Override
    public void close() {
        confluent.close();
    }
}
