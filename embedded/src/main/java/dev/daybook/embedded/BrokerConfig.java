package dev.daybook.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;

/** What a broker that is alone, on one machine, is configured with. */
final class BrokerConfig {
    static final String CLIENTS = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";
    static final int NODE = 1;

    private BrokerConfig() {}

    static KafkaConfig of(Path dataDir, BrokerSockets sockets, Map<String, String> overrides) {
        var config = new HashMap<String, String>();
        config.putAll(place(dataDir, sockets));
        config.putAll(ONE_BROKER);
        config.putAll(QUICK);
        config.putAll(SMALL);
        config.putAll(overrides);
        return new KafkaConfig(config, false);
    }

    private static Map<String, String> place(Path dataDir, BrokerSockets sockets) {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(NODE),
                "controller.listener.names", CONTROLLER,
                "listeners",
                        "%s://%s:%d,%s://%s:%d"
                                .formatted(
                                        CLIENTS,
                                        Loopback.HOST,
                                        sockets.port(),
                                        CONTROLLER,
                                        Loopback.HOST,
                                        sockets.controllerPort()),
                "controller.quorum.voters", NODE + "@" + Loopback.HOST + ":" + sockets.controllerPort(),
                "log.dirs", dataDir.resolve("log").toString(),
                // A folder of its own, because Kafka then locks it: a second broker on it fails before it writes.
                "metadata.log.dir", dataDir.resolve("metadata").toString());
    }

    private static final Map<String, String> ONE_BROKER = Map.ofEntries(
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("auto.create.topics.enable", "false"),
            // For ever: an app that was not started for a week must not begin its input again.
            Map.entry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE)));

    private static final Map<String, String> QUICK = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000",
            // How soon a transaction follows the last one, and how soon one that lost its producer is aborted.
            "add.partitions.to.txn.retry.backoff.ms", "1",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            // Taken from the heap at start, whether or not anything is compacted.
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
            // Two such files stand in full size beside each partition's newest segment.
            Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)));
}
