package dev.daybook.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.BrokerState;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker, its own controller included, in this JVM. It listens on loopback only and keeps its data in a folder,
 * over restarts and over the sudden death of the process. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final int port;
    private final ControllerServer controller;
    private final BrokerServer broker;
    private final AtomicBoolean faulted = new AtomicBoolean();

    private EmbeddedBroker(KafkaConfig config, BrokerSockets sockets) {
        var storage = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        var server = new SharedServer(
                config,
                storage._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                faultHandlers(),
                sockets);
        port = sockets.port();
        controller = new ControllerServer(server, KafkaRaftServer.configSchema(), storage._2());
        broker = new BrokerServer(server);
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param dataDir where it keeps its data; made if it is not there
     * @param port where it listens, 0 for any free port
     * @param overrides settings of Kafka's broker that come before the ones for a single machine
     * @throws PortTakenException if another process listens on the port
     * @throws EmbeddedException if it does not start, such as when another broker uses the folder
     */
    public static EmbeddedBroker start(Path dataDir, int port, Map<String, String> overrides) {
        var sockets = BrokerSockets.bind(port);
        try {
            var config = BrokerConfig.of(dataDir.toAbsolutePath(), sockets, overrides);
            BrokerStorage.format(config);
            var broker = new EmbeddedBroker(config, sockets);
            broker.start();
            return broker;
        } catch (Exception e) {
            sockets.close();
            throw new EmbeddedException("The broker does not start on " + dataDir + ": " + e.getMessage(), e);
        }
    }

    private void start() {
        try {
            // In this order: the broker is told where the controller is.
            controller.startup();
            FormerBroker.forget(controller.controller());
            broker.startup();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Kafka's own handlers would end the JVM, and with it all that shares it. */
    private FaultHandlerFactory faultHandlers() {
        return (name, fatal, action) -> new LoggingFaultHandler(name, () -> {
            if (fatal) {
                faulted.set(true);
            }
            action.run();
        });
    }

    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    /** Whether it serves: it has neither been closed nor met a fault that it cannot go on from. */
    public boolean alive() {
        return !faulted.get() && broker.brokerState() == BrokerState.RUNNING;
    }

    /** Hands its leaderships over, flushes and ends. */
    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
    }
}
