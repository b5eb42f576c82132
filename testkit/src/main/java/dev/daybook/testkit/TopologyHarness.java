package dev.daybook.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A topology that runs in the calling thread, without a broker: messages go in and come out as bytes with headers and
 * time, one partition of each topic, and the wall clock moves when it is told to. Not thread-safe.
 */
public final class TopologyHarness implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final TemporaryFolder stateDir;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();

    private TopologyHarness(TopologyTestDriver driver, TemporaryFolder stateDir) {
        this.driver = driver;
        this.stateDir = stateDir;
    }

    /** Starts a topology with Kafka's default settings. */
    public static TopologyHarness start(Topology topology) {
        return start(topology, Map.of(), Instant.now());
    }

    /**
     * Starts a topology.
     *
     * @param settings what Kafka Streams is configured with
     * @param now the wall clock at first
     */
    public static TopologyHarness start(Topology topology, Map<String, ?> settings, Instant now) {
        var stateDir = TemporaryFolder.create("topology");
        var properties = new Properties();
        properties.putAll(settings);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.path().toString());
        return new TopologyHarness(new TopologyTestDriver(topology, properties, now), stateDir);
    }

    /** Appends a message to a topic and lets the topology take it. */
    public void send(String topic, TestRecord<byte[], byte[]> message) {
        inputs.computeIfAbsent(
                        topic,
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(message);
    }

    /** The messages that came out to a topic since this was last asked. */
    public List<TestRecord<byte[], byte[]>> received(String topic) {
        return outputs.computeIfAbsent(
                        topic,
                        name -> driver.createOutputTopic(
                                name, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .readRecordsToList();
    }

    /** Moves the wall clock on and lets what waited for it happen. */
    public void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** A store of the topology. */
    public <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
        stateDir.close();
    }
}
