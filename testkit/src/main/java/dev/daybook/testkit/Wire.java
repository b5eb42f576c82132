package dev.daybook.testkit;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;

/** Sends a message through its wire form and back. */
final class Wire {
    /** Built once for each type: the property tests ask very often. */
    private static final ClassValue<Vocabulary<?>> VOCABULARIES = new ClassValue<>() {
        @Override
        protected Vocabulary<?> computeValue(Class<?> type) {
            return Vocabulary.of(type);
        }
    };

    private Wire() {}

    @SuppressWarnings("unchecked")
    static <M> M copy(Class<M> type, M message) {
        var vocabulary = (Vocabulary<M>) VOCABULARIES.get(type);
        return copy(vocabulary.codecOf(message), message);
    }

    private static <T extends AvroRecord> T copy(RecordCodec<T> codec, Object message) {
        var bytes = codec.encode(codec.type().cast(message));
        return codec.decode(bytes, 0, bytes.length);
    }
}
