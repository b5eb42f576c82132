package dev.daybook.platform.schema;

import dev.daybook.avro.AvroRecord;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records with Confluent's serializer. */
final class ConfluentSerializer<M extends AvroRecord> implements Serializer<M> {
    private final Serializer<Object> confluent;

    ConfluentSerializer(Serializer<Object> confluent) {
        this.confluent = confluent;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable M message) {
        if (message == null) {
            return null;
        }
        try {
            return confluent.serialize(topic, new GenericView(message));
        } catch (KafkaException e) {
            throw new RegistryUnavailableException(
                    "Confluent's serializer cannot write a %s to %s: %s"
                            .formatted(message.getSchema().getFullName(), topic, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        confluent.close();
    }

    /** A record as Confluent's serializer writes it without reflection. */
    private record GenericView(AvroRecord record) implements GenericRecord {
        @Override
        public Schema getSchema() {
            return record.getSchema();
        }

        @Override
        public @Nullable Object get(int position) {
            return record.get(position);
        }

        @Override
        public @Nullable Object get(String field) {
            return record.get(getSchema().getField(field).pos());
        }

        @Override
        public void put(int position, @Nullable Object value) {
            record.put(position, value);
        }

        @Override
        public void put(String field, @Nullable Object value) {
            put(getSchema().getField(field).pos(), value);
        }
    }
}
