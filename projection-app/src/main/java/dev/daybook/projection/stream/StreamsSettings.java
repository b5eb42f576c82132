package dev.daybook.projection.stream;

import static java.util.Map.entry;

import dev.daybook.projection.ledger.Ledger;
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
 * @param address where other instances reach this one, {@code host:port}
 * @param standbys how many other instances keep a copy of each partition's stores
 */
public record StreamsSettings(
        Map<String, Object> kafka, Path stateDir, StoreMemory memory, String address, int standbys) {

    /** The configuration of an application: our defaults, the operator's choices over them, and what must be so over both. */
    Properties of(String application) {
        var config = new HashMap<String, Object>(defaults());
        kafka.keySet().forEach(key -> {
            // Kafka Streams takes a key with a prefix before the same key without.
            config.remove(StreamsConfig.consumerPrefix(key));
            config.remove(StreamsConfig.producerPrefix(key));
        });
        config.putAll(kafka);
        config.putAll(fixed());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        var properties = new Properties();
        properties.putAll(config);
        return properties;
    }

    private static Map<String, Object> defaults() {
        return Map.ofEntries(
                entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1),
                // What a crash makes come again, and what a restart must restore.
                entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000),
                entry(StreamsConfig.POLL_MS_CONFIG, 20),
                entry(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic"),
                // What is fetched at once is written at once.
                entry(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), Ledger.MOST_AT_ONCE),
                entry(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, Ledger.MOST_AT_ONCE),
                // A killed instance holds its partitions this long.
                entry(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000),
                entry(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4"));
    }

    private Map<String, Object> fixed() {
        return Map.ofEntries(
                entry(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString()),
                entry(StreamsConfig.APPLICATION_SERVER_CONFIG, address),
                entry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys),
                // Rows know what they have seen, so no transaction is needed, and no store is wiped after a crash.
                entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE),
                // An event is one only when its transaction is committed.
                entry(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed"),
                // A view folds from the first event.
                entry(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest"),
                // A cache would reorder the writes of a ledger, whose order is what makes a crash harmless.
                entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0),
                entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
                entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class),
                entry(BoundedRocksDb.MEMORY, memory));
    }
}
