package dev.daybook.platform.schema;

import dev.daybook.avro.AvroRecord;
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
            return confluent.serialize(topic, message);
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
}
