package dev.daybook.streams.runtime;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import dev.daybook.platform.app.App;
import dev.daybook.streams.pace.PacedClients;
import dev.daybook.streams.retry.Backoff;
import dev.daybook.streams.takeover.Group;
import dev.daybook.streams.takeover.Takeover;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Kafka Streams application. Thread-safe. */
public final class RunningStreams implements App {
    private static final Logger LOG = LoggerFactory.getLogger(RunningStreams.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final String applicationId;
    private final KafkaStreams streams;
    private final ErrorPolicy errors;
    private final KafkaStreamsMetrics metrics;
    private final Admin admin;
    private final Group group;
    private final Takeover takeover;

    private RunningStreams(String applicationId, KafkaStreams streams, Admin admin) {
        this.applicationId = applicationId;
        this.streams = streams;
        this.admin = admin;
        this.group = new Group(admin, applicationId);
        this.takeover = new Takeover(group, this::members, this::rebalancing);
        this.errors = new ErrorPolicy(
                applicationId, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)), Clock.systemUTC());
        this.metrics = new KafkaStreamsMetrics(streams);
    }

    /**
     * Starts one.
     *
     * @param admin for this application alone, which closes it
     */
    static RunningStreams start(Topology topology, Map<String, Object> settings, MeterRegistry meters, Admin admin)
            throws InterruptedException {
        var properties = new Properties();
        properties.putAll(settings);
        var applicationId = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        var run = new RunningStreams(applicationId, streams(topology, properties), admin);
        run.metrics.bindTo(meters);
        run.streams.setUncaughtExceptionHandler(run.errors);
        run.streams.setStateListener(run::changed);
        run.releaseFormer(properties.getProperty(StreamsSettings.INSTANCE));
        run.streams.start();
        return run;
    }

    /** Whoever had this name is dead: the state folder is locked by now. */
    private void releaseFormer(String instanceId) throws InterruptedException {
        try {
            group.releaseToOthers(instanceId);
        } catch (ExecutionException e) {
            LOG.info("What {} held before it died is left until it is missed: {}", instanceId, String.valueOf(e));
        }
    }

    private void changed(State now, State before) {
        LOG.info("{} is {}, was {}", applicationId, now, before);
        if (now == State.REBALANCING) {
            takeover.begin();
        }
    }

    private boolean rebalancing() {
        return streams.state() == State.REBALANCING;
    }

    /** The client ids of this instance's members of the group. */
    private Collection<String> members() {
        return streams.metadataForLocalThreads().stream()
                .map(ThreadMetadata::consumerClientId)
                .toList();
    }

    private static KafkaStreams streams(Topology topology, Properties properties) {
        // With the protocol 'streams', Kafka Streams takes no clients but its own; it then commits by the interval
        // alone.
        return "streams".equals(properties.get(StreamsConfig.GROUP_PROTOCOL_CONFIG))
                ? new KafkaStreams(topology, properties)
                : new KafkaStreams(topology, properties, new PacedClients());
    }

    @Override
    public boolean live() {
        return switch (streams.state()) {
            case CREATED, REBALANCING, RUNNING -> true;
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
    }

    @Override
    public boolean ready() {
        return whyNotReady().isEmpty();
    }

    @Override
    public String whyNotReady() {
        var standstill = errors.standstill();
        return switch (streams.state()) {
            case RUNNING -> standstill.isEmpty() ? "" : applicationId + ": " + standstill;
            case CREATED, REBALANCING -> applicationId + " waits for its partitions, or restores their state";
            case PENDING_SHUTDOWN, NOT_RUNNING -> applicationId + " is closed";
            case PENDING_ERROR, ERROR -> applicationId + " has stopped: " + errors.fatal();
        };
    }

    /** Commits, and leaves the group, so that others need not wait until it is missed. */
    @Override
    public void close() {
        errors.close();
        metrics.close();
        var leaving = CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(LEAVE_GROUP);
        if (!streams.close(leaving)) {
            LOG.error("{} did not close within {}; its transaction is left to time out", applicationId, CLOSE_TIMEOUT);
        }
        takeover.close();
        admin.close(Duration.ZERO);
    }
}
