package dev.daybook.processor.runtime;

import dev.daybook.processor.retry.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running Kafka Streams application of a context. Thread-safe. */
public final class ContextStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContextStreams.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final String applicationId;
    private final KafkaStreams streams;
    private final ErrorPolicy errors;
    private final KafkaStreamsMetrics metrics;

    private ContextStreams(String applicationId, KafkaStreams streams) {
        this.applicationId = applicationId;
        this.streams = streams;
        this.errors = new ErrorPolicy(
                applicationId, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)), Clock.systemUTC());
        this.metrics = new KafkaStreamsMetrics(streams);
    }

    static ContextStreams start(Topology topology, Map<String, Object> settings, MeterRegistry meters) {
        var properties = new Properties();
        properties.putAll(settings);
        var applicationId = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        var run = new ContextStreams(applicationId, new KafkaStreams(topology, properties));
        run.metrics.bindTo(meters);
        run.streams.setUncaughtExceptionHandler(run.errors);
        run.streams.setStateListener((now, before) -> LOG.info("{} is {}, was {}", applicationId, now, before));
        run.streams.start();
        return run;
    }

    /** Whether it runs, or can still recover by itself. */
    public boolean live() {
        return switch (streams.state()) {
            case CREATED, REBALANCING, RUNNING -> true;
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
    }

    /** Whether it takes commands now. */
    public boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What it waits for, in one sentence; empty if it is ready. */
    public String whyNotReady() {
        return switch (streams.state()) {
            case RUNNING -> "";
            case CREATED, REBALANCING -> applicationId + " waits for its partitions, or restores their state";
            case PENDING_SHUTDOWN, NOT_RUNNING -> applicationId + " is closed";
            case PENDING_ERROR, ERROR -> applicationId + " has stopped: " + errors.fatal();
        };
    }

    @Override
    public void close() {
        errors.close();
        metrics.close();
        if (!streams.close(CLOSE_TIMEOUT)) {
            LOG.error("{} did not close within {}; its transaction is left to time out", applicationId, CLOSE_TIMEOUT);
        }
    }
}
