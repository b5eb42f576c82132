package dev.daybook.projection;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** A topology of one partition in the driver of Kafka Streams, with its stores in RocksDB. */
public final class LocalTopology implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> events;

    public LocalTopology(Topology topology) {
        var config = new Properties();
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(topology, config);
        events = driver.createInputTopic(OrderLog.TOPIC, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public void post(Iterable<Record<byte[], byte[]>> log) {
        for (var event : log) {
            events.pipeInput(new TestRecord<>(
                    event.key(), event.value(), event.headers(), java.time.Instant.ofEpochMilli(event.timestamp())));
        }
    }

    /** All that a store holds, entry by entry, readable. */
    public List<String> dump(String store) {
        KeyValueStore<Bytes, byte[]> contents = driver.getKeyValueStore(store);
        var entries = new ArrayList<String>();
        try (KeyValueIterator<Bytes, byte[]> all = contents.all()) {
            all.forEachRemaining(entry -> entries.add(HexFormat.of().formatHex(entry.key.get()) + "="
                    + HexFormat.of().formatHex(entry.value)));
        }
        return entries;
    }

    @Override
    public void close() {
        driver.close();
    }
}
