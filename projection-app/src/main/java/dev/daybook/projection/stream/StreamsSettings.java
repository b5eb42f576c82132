package dev.daybook.projection.stream;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What all Kafka Streams applications of this process are configured with.
 *
 * @param kafka what the operator gives to every Kafka client
 * @param stateDir the folder of the stores
 * @param memory the memory of the stores
 */
public record StreamsSettings(Map<String, Object> kafka, Path stateDir, StoreMemory memory) {

    /** The configuration of an application: our defaults, the operator's choices over them, and what must be so over both. */
    Properties of(String application) {
        var config = new HashMap<String, Object>(defaults());
        config.putAll(kafka);
        config.putAll(fixed());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        var properties = new Properties();
        properties.putAll(config);
        return properties;
    }

    private static Map<String, Object> defaults() {
        return Map.of(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                1,
                // What a crash makes come again, and what a restart must restore.
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                1_000,
                StreamsConfig.POLL_MS_CONFIG,
                20,
                StreamsConfig.GROUP_PROTOCOL_CONFIG,
                "classic",
                // A killed instance holds its partitions this long.
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                10_000,
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4");
    }

    private Map<String, Object> fixed() {
        return Map.of(
                StreamsConfig.STATE_DIR_CONFIG,
                stateDir.toString(),
                // Rows know what they have seen, so no transaction is needed, and no store is wiped after a crash.
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE,
                // An event is one only when its transaction is committed.
                StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG),
                "read_committed",
                // A view folds from the first event.
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest",
                // A cache would reorder the writes of a ledger, whose order is what makes a crash harmless.
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                0,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                BoundedRocksDb.class,
                BoundedRocksDb.MEMORY,
                memory);
    }
}
