package dev.daybook.benchmarks.throughput;

import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import dev.daybook.benchmarks.stack.BenchStack;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The bare topology, set for throughput.
 *
 * @param overrides settings of Kafka Streams that come before {@link #SETTINGS}
 */
record Bare(BenchStack stack, Outputs outputs, Map<String, String> overrides) implements Subject {
    /** What differs from Kafka's defaults: the same guarantee, and what makes it fast. */
    private static final Map<String, Object> SETTINGS = Map.of(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            100,
            producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
            5,
            producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
            1,
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            64L * 1024 * 1024,
            // As Daybook's, so that a start need not wait until the last run's session has ended.
            mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
            "bench");

    @Override
    public String name() {
        return outputs.title();
    }

    @Override
    public String group() {
        return "bench-" + outputs.title();
    }

    @Override
    public String events() {
        return outputs.events();
    }

    @Override
    public AutoCloseable start() {
        var settings = new Properties();
        settings.putAll(settings(overrides));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stack.folder(group()).toString());
        var streams = new KafkaStreams(BareTopology.build(outputs), settings);
        streams.start();
        return streams;
    }

    /** Its settings, but for names and places. */
    static Map<String, Object> settings(Map<String, String> overrides) {
        var settings = new TreeMap<>(SETTINGS);
        settings.putAll(overrides);
        return settings;
    }
}
