package dev.daybook.processes.forward;

import dev.daybook.streams.runtime.Launch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The Kafka clients of a forwarder. What {@code kafka.} keys may not change of them is what they may not change of Kafka Streams.
 *
 * @param kafka what the operator gives to every Kafka client
 * @param instanceId the name of this instance, which it keeps over restarts
 * @param session after which a dead instance is missed
 * @param largest the largest message that may be sent, in bytes
 */
public record ForwardClients(Map<String, Object> kafka, String instanceId, Duration session, int largest) {
    private static final Duration SESSION = Duration.ofSeconds(3);
    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    private static final List<String> PREFIXES = List.of(
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX);

    /** Those of an instance. */
    public static ForwardClients of(Map<String, Object> kafka, Launch launch, int largest) throws InterruptedException {
        var least = launch.leastSession();
        return new ForwardClients(kafka, launch.instanceId(), least.compareTo(SESSION) > 0 ? least : SESSION, largest);
    }

    /** A member of a group. */
    Consumer<byte[], byte[]> consumer(String group) {
        var config = new HashMap<String, Object>();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) session.toMillis());
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT.toMillis());
        config.putAll(given(StreamsConfig.CONSUMER_PREFIX));
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instanceId + "-1");
        // With others the group says how soon a dead member is missed, and 'streams' is not for plain consumers.
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What a transaction wrote that is not committed has not happened.
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What sends for it. */
    Producer<byte[], byte[]> producer(String group) {
        var config = new HashMap<String, Object>();
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
        config.putAll(given(StreamsConfig.PRODUCER_PREFIX));
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, group);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        // What times out is overtaken by what follows it.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // What is too large is then refused before it is sent, and so before anything follows it.
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largest);
        config.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Keys with the prefix of a client win over plain ones, as with Kafka Streams. */
    private Map<String, Object> given(String prefix) {
        var given = new HashMap<String, Object>();
        kafka.forEach((key, value) -> {
            if (PREFIXES.stream().noneMatch(key::startsWith)) {
                given.put(key, value);
            }
        });
        kafka.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                given.put(key.substring(prefix.length()), value);
            }
        });
        return given;
    }
}
