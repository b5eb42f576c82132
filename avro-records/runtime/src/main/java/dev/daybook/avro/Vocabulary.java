package dev.daybook.avro;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages of one sealed interface, or of one record class alone, with their codecs. Thread-safe.
 *
 * @param <M> the interface, or the record class
 */
public final class Vocabulary<M> {
    private final Class<M> type;
    private final List<RecordCodec<? extends M>> codecs;
    private final Map<String, RecordCodec<? extends M>> byName;
    private final Map<Class<?>, RecordCodec<? extends M>> byType;

    private Vocabulary(Class<M> type, List<RecordCodec<? extends M>> codecs) {
        this.type = type;
        this.codecs = codecs;
        this.byName = codecs.stream().collect(toMap(RecordCodec::fullName, identity()));
        this.byType = codecs.stream().collect(toMap(RecordCodec::type, identity()));
    }

    /**
     * The vocabulary of a generated sealed interface, or of one generated record.
     *
     * @throws IllegalArgumentException if it is neither
     */
    @SuppressWarnings("unchecked") // a codec of a subtype of M reads and writes subtypes of M
    public static <M> Vocabulary<M> of(Class<M> type) {
        return new Vocabulary<>(
                type,
                codecs(type)
                        .<RecordCodec<? extends M>>map(codec -> (RecordCodec<? extends M>) codec)
                        .toList());
    }

    /** The interface, or the record class. */
    public Class<M> type() {
        return type;
    }

    /** The codecs of the messages, in the order of their declaration. */
    public List<RecordCodec<? extends M>> codecs() {
        return codecs;
    }

    /** The codec of the record with this full name. */
    public Optional<RecordCodec<? extends M>> find(String fullName) {
        return Optional.ofNullable(byName.get(fullName));
    }

    /** The codec of a message. */
    public RecordCodec<? extends M> codecOf(M message) {
        return Objects.requireNonNull(byType.get(message.getClass()), "every message has a codec");
    }

    /** A message as Avro binary. */
    public byte[] encode(M message) {
        AvroOutput out = new AvroOutput();
        encode(message, out);
        return out.toByteArray();
    }

    /** Appends a message as Avro binary. */
    public void encode(M message, AvroOutput out) {
        encode(codecOf(message), message, out);
    }

    private static <T extends AvroRecord> void encode(RecordCodec<T> codec, Object message, AvroOutput out) {
        codec.encode(codec.type().cast(message), out);
    }

    private static Stream<RecordCodec<?>> codecs(Class<?> type) {
        if (type.isSealed()) {
            return Stream.of(type.getPermittedSubclasses()).flatMap(Vocabulary::codecs);
        }
        if (!type.isRecord() || !AvroRecord.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type.getName() + " must be a sealed interface or a record that was generated from an Avro schema");
        }
        try {
            return Stream.of((RecordCodec<?>) type.getField("CODEC").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " must have a public constant CODEC", e);
        }
    }

    @Override
    public String toString() {
        return "Vocabulary[" + type.getName() + "]";
    }
}
