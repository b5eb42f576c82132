package dev.daybook.streams.message;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A message, and where it stands in the log. */
public record Received(Record<byte[], byte[]> message, RecordMetadata place) {

    /** A place in the log. */
    private record Place(String topic, int partition, long offset) implements RecordMetadata {}

    /** A message that was received outside of a topology. */
    public static Received of(ConsumerRecord<byte[], byte[]> message) {
        // A time before the epoch, which no broker stamps, is the epoch.
        var time = Math.max(0, message.timestamp());
        return new Received(
                new Record<>(message.key(), message.value(), time, message.headers()),
                new Place(message.topic(), message.partition(), message.offset()));
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a message may have no key.
    public byte @Nullable [] key() {
        return message.key();
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a message may have no value.
    public byte @Nullable [] value() {
        return message.value();
    }

    public Headers headers() {
        return message.headers();
    }

    /** When it was appended to the log. */
    public Instant time() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    /** Its place as an id, {@code <topic>-<partition>-<offset>}: what a message without an id is called. */
    public String placeId() {
        return place.topic() + "-" + place.partition() + "-" + place.offset();
    }
}
