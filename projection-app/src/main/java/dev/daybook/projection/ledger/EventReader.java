package dev.daybook.projection.ledger;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.Vocabulary;
import dev.daybook.platform.schema.RecordSerdes;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the payloads of the events of one type of aggregate. Thread-safe. */
public final class EventReader<E> {
    private final String topic;
    private final Vocabulary<E> vocabulary;
    private final Deserializer<? extends AvroRecord> payloads;

    /**
     * A reader.
     *
     * @param topic the topic of the events
     * @param events the sealed interface of the events
     */
    public EventReader(String topic, Class<E> events, RecordSerdes serdes) {
        this.topic = topic;
        this.vocabulary = Vocabulary.of(events);
        this.payloads = serdes.deserializer(events.asSubclass(AvroRecord.class));
    }

    /**
     * The payload of an event; empty if its type is none that this program knows.
     *
     * @throws dev.daybook.platform.schema.UnreadableMessageException if the payload is not of the type that it is said to be
     * @throws dev.daybook.platform.schema.RegistryUnavailableException if that cannot be known now
     */
    public Optional<E> read(LoggedEvent event) {
        if (vocabulary.find(event.headers().type()).isEmpty()) {
            return Optional.empty();
        }
        var payload = payloads.deserialize(topic, event.rawHeaders(), event.value());
        return Optional.of(vocabulary.type().cast(payload));
    }
}
