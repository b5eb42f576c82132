package dev.daybook.streams.runtime;

import static java.util.Map.entry;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.restoreConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import dev.daybook.platform.config.ConfigException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is configured with: what we set, what {@code kafka.} keys may change of it, and what they may not. */
final class StreamsSettings {

    /** The name that this instance has in the group. */
    static final String INSTANCE = mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);

    private static final String SESSION = mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);

    /** A setting that differs from Kafka's default, and why. */
    private record Choice(String key, Object value, String why) {}

    /** Good on the whole; {@code kafka.} keys win over it. */
    private static final List<Choice> CHOICES = List.of(
            new Choice(
                    StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                    100,
                    "for when nobody waits; where somebody does, dev.daybook.streams.pace commits sooner"),
            new Choice(
                    producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                    5,
                    "fills batches while there is much to do; else dev.daybook.streams.pace sends at once"),
            new Choice(
                    producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                    64 * 1024,
                    "what a backlog leads to in the time of a request fits into one"),
            new Choice(
                    producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
                    1,
                    "a transaction waits for the markers of the one before it, which takes about a millisecond"),
            new Choice(
                    SESSION,
                    3_000,
                    "the partitions of a dead instance wait that long for another; longer if the brokers allow no"
                            + " less"),
            new Choice(
                    mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                    200,
                    "with a heartbeat the others learn that somebody is dead, and one that is late is no death"),
            new Choice(
                    restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                    100,
                    "a copy that takes over waits for the fetch that is under way, for as long as nothing comes"),
            new Choice(
                    StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG,
                    100,
                    "an instance that lost its state gets its share back as a whole, not two tasks in a minute"),
            new Choice(
                    StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
                    60_000,
                    "so soon after it has caught up; Streams takes no less"),
            new Choice(
                    StreamsConfig.GROUP_PROTOCOL_CONFIG,
                    "classic",
                    "'streams' still has open bugs in 4.3; see KIP-1071"),
            new Choice(
                    StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                    BoundedRocksDb.class,
                    "bounds the memory of all stores together"));

    /** What keeps outcomes right; it cannot be set. In the reasons, %s stands for what the names of our settings begin with. */
    private static final Map<String, String> GUARDED = Map.ofEntries(
            entry(
                    StreamsConfig.APPLICATION_ID_CONFIG,
                    "it follows from the context's name, as the changelogs' names do"),
            entry(ConsumerConfig.GROUP_ID_CONFIG, "it is the application id"),
            entry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "it is kept in the state folder"),
            entry(StreamsConfig.CLIENT_ID_CONFIG, "it says which transactions are a dead instance's"),
            entry(
                    StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                    "what is written, what is remembered and what was read are one transaction"),
            entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "state is rebuilt from what was committed only"),
            entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "offsets are part of the transaction"),
            entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "every message counts, from the first"),
            entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "topics are declared, see './daybook topics apply'"),
            entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "transactions need it"),
            entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "it says which instance replaces which"),
            entry(ProducerConfig.ACKS_CONFIG, "a committed event is on all replicas that are in sync"),
            entry(ProducerConfig.RETRIES_CONFIG, "a broker that is away is waited for"),
            entry(ProducerConfig.PARTITIONER_CLASS_CONFIG, "a message belongs on the partition of its key"),
            entry(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, "a message belongs on the partition of its key"),
            entry(
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    "it follows from %spayload.max.bytes and the dead letters topic"),
            entry(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, "time is the time of the log"),
            entry(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, "no message is skipped"),
            entry(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, "no message is dropped"),
            entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, "no message is skipped"),
            entry("default." + StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, "no message is skipped"),
            entry("default." + StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, "no message is dropped"),
            entry(
                    StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                    "a store that changes its name loses its state"),
            entry(StreamsConfig.STATE_DIR_CONFIG, "set %sstate.dir instead"),
            entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "set %sthreads instead"),
            entry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "set %sstandbys instead"));

    private static final List<String> CLIENT_PREFIXES = List.of(
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX);

    private StreamsSettings() {}

    /**
     * Checks the keys under {@code kafka.}.
     *
     * @param prefix what the names of the app's own settings begin with
     * @throws ConfigException naming each that cannot be set, with the reason
     */
    static void requireAllowed(String prefix, Map<String, Object> kafka) {
        var faults = new ArrayList<String>();
        new TreeMap<>(kafka).keySet().forEach(key -> {
            var why = GUARDED.get(unprefixed(key));
            if (why != null) {
                faults.add("kafka.%s cannot be set: %s".formatted(key, why.formatted(prefix)));
            }
        });
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }

    /**
     * The configuration of an application.
     *
     * @param leastSession the shortest session that the brokers allow
     */
    static Map<String, Object> of(
            String applicationId,
            Resources resources,
            Limits limits,
            Duration leastSession,
            Map<String, Object> kafka) {
        var settings = new HashMap<String, Object>();
        for (var choice : CHOICES) {
            // A prefixed key would win over the plain one that somebody set.
            if (!kafka.containsKey(unprefixed(choice.key()))) {
                settings.put(choice.key(), choice.value());
            }
        }
        settings.computeIfPresent(SESSION, (key, chosen) -> Math.max((int) chosen, (int) leastSession.toMillis()));
        settings.put(INSTANCE, InstanceId.of(resources.stateDir()));
        settings.putAll(kafka);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, resources.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, resources.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, resources.standbys());
        settings.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), limits.largestRequest());
        settings.put(topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), limits.largestMessage());
        settings.put(BoundedRocksDb.MEMORY, resources.storeMemory());
        return settings;
    }

    private static String unprefixed(String key) {
        for (var prefix : CLIENT_PREFIXES) {
            if (key.startsWith(prefix)) {
                return key.substring(prefix.length());
            }
        }
        return key;
    }
}
