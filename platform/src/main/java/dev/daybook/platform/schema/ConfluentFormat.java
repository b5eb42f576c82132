package dev.daybook.platform.schema;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.Vocabulary;
import dev.daybook.platform.schema.RegistryConfig.Basic;
import dev.daybook.platform.schema.RegistryConfig.Bearer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent's serializer and deserializer. They are known by name and through Kafka's interfaces alone, so that nothing
 * of theirs is needed to compile; the build profile {@code confluent} brings them.
 */
final class ConfluentFormat implements RecordSerdes.Format {
    private static final String PACKAGE = "io.confluent.kafka.serializers.";

    private final RegistryConfig config;
    private final SchemaRegistry registry;
    private final String serializerClass;
    private final String deserializerClass;

    ConfluentFormat(RegistryConfig config, SchemaRegistry registry) {
        this(config, registry, PACKAGE + "KafkaAvroSerializer", PACKAGE + "KafkaAvroDeserializer");
    }

    ConfluentFormat(RegistryConfig config, SchemaRegistry registry, String serializerClass, String deserializerClass) {
        this.config = config;
        this.registry = registry;
        this.serializerClass = serializerClass;
        this.deserializerClass = deserializerClass;
    }

    @Override
    @SuppressWarnings("unchecked") // it is a Serializer<Object>
    public <M extends AvroRecord> Serializer<M> serializer(Vocabulary<M> vocabulary) {
        trust(vocabulary);
        var confluent = (Serializer<Object>) instance(serializerClass, Serializer.class);
        confluent.configure(properties(), false);
        return new ConfluentSerializer<>(confluent);
    }

    @Override
    @SuppressWarnings("unchecked") // it is a Deserializer<Object>
    public <M extends AvroRecord> Deserializer<M> deserializer(Vocabulary<M> vocabulary) {
        trust(vocabulary);
        var confluent = (Deserializer<Object>) instance(deserializerClass, Deserializer.class);
        confluent.configure(properties(), false);
        return new ConfluentDeserializer<>(confluent, new RecordDeserializer<>(registry, vocabulary));
    }

    /** Confluent's code looks for a class named like the schema, and Avro loads none by name that it does not trust. */
    private static synchronized void trust(Vocabulary<?> vocabulary) {
        var records = ClassSecurityValidator.builder();
        vocabulary.codecs().forEach(codec -> records.add(codec.type()));
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), records.build()));
    }

    private static <T> T instance(String className, Class<T> type) {
        try {
            return type.cast(Class.forName(className).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new ConfluentMissingException(className, e);
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("schema.registry.url", config.url().toString());
        properties.put("value.subject.name.strategy", PACKAGE + "subject.TopicRecordNameStrategy");
        properties.put(
                "http.connect.timeout.ms",
                Math.toIntExact(config.connectTimeout().toMillis()));
        properties.put(
                "http.read.timeout.ms", Math.toIntExact(config.requestTimeout().toMillis()));
        switch (config.credentials()) {
            case Basic(var user, var password) -> {
                properties.put("basic.auth.credentials.source", "USER_INFO");
                properties.put("basic.auth.user.info", user + ":" + password);
            }
            case Bearer(var token) -> {
                properties.put("bearer.auth.credentials.source", "STATIC_TOKEN");
                properties.put("bearer.auth.token", token);
            }
            case null -> {}
        }
        return properties;
    }
}
