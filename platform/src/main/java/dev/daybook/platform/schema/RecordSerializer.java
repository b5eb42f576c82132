package dev.daybook.platform.schema;

import dev.daybook.avro.AvroOutput;
import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records with Daybook's codecs. It asks the registry once for each type of record on a topic. Thread-safe. */
final class RecordSerializer<M extends AvroRecord> implements Serializer<M> {
    private final SchemaRegistry registry;
    private final Vocabulary<M> vocabulary;
    private final Map<String, Map<RecordCodec<?>, Integer>> idsByTopic = new ConcurrentHashMap<>();

    RecordSerializer(SchemaRegistry registry, Vocabulary<M> vocabulary) {
        this.registry = registry;
        this.vocabulary = vocabulary;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable M message) {
        if (message == null) {
            return null;
        }
        var id = schemaId(topic, vocabulary.codecOf(message));
        var out = new AvroOutput();
        vocabulary.encode(message, out);
        return WireFormat.message(id, out.array(), out.length());
    }

    private int schemaId(String topic, RecordCodec<?> codec) {
        var ids = idsByTopic.computeIfAbsent(topic, t -> new ConcurrentHashMap<>());
        var id = ids.get(codec);
        if (id == null) {
            id = registry.register(Contract.Subject.name(topic, codec.fullName()), codec.schema());
            ids.put(codec, id);
        }
        return id;
    }
}
