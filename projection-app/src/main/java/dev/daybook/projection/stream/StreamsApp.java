package dev.daybook.projection.stream;

import dev.daybook.projection.ledger.Closing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** A Kafka Streams application of this process. */
public final class StreamsApp implements Group, AutoCloseable {
    /** The tag that names the application that a ledger is of. */
    private static final String LEDGER = "ledger";

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final String name;
    private final KafkaStreams streams;
    private final FailurePolicy failures;
    private final Closing closing;
    private final KafkaStreamsMetrics metrics;
    private final MeterRegistry meters;

    private StreamsApp(
            String name,
            KafkaStreams streams,
            FailurePolicy failures,
            Closing closing,
            KafkaStreamsMetrics metrics,
            MeterRegistry meters) {
        this.name = name;
        this.streams = streams;
        this.failures = failures;
        this.closing = closing;
        this.metrics = metrics;
        this.meters = meters;
    }

    /**
     * Starts an application; returns at once.
     *
     * @param name its id, which is also its group's
     * @param closing is told when the application is to end
     */
    public static StreamsApp start(
            String name, Topology topology, StreamsSettings settings, Closing closing, MeterRegistry meters) {
        var streams = new KafkaStreams(topology, settings.of(name), new BatchingClients());
        var failures = new FailurePolicy(name, closing, PAUSE_AFTER_FAILURE);
        streams.setUncaughtExceptionHandler(failures);
        var metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        streams.start();
        return new StreamsApp(name, streams, failures, closing, metrics, meters);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Condition condition() {
        return failures.failure()
                .map(Condition::failed)
                .orElseGet(() -> Condition.of(
                        switch (streams.state()) {
                            case CREATED -> Condition.State.STARTING;
                            case REBALANCING -> Condition.State.RESTORING;
                            case RUNNING -> Condition.State.RUNNING;
                            case PENDING_SHUTDOWN, NOT_RUNNING -> Condition.State.STOPPED;
                            case PENDING_ERROR, ERROR -> Condition.State.FAILED;
                        }));
    }

    @Override
    public List<Member> members() {
        try {
            return streams.metadataForAllStreamsClients().stream()
                    .map(each -> new Member(each.hostInfo(), each.topicPartitions(), each.standbyTopicPartitions()))
                    .toList();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // It has not started yet, or has stopped.
            return List.of();
        }
    }

    @Override
    public Optional<KeyValueStore<Bytes, byte[]>> copy(String store, int partition) {
        try {
            var copy = streams.store(
                    StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(partition)
                            .enableStaleStores());
            return Optional.of(new ReadOnlyStore(store, copy));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // It is not here, or not open.
            return Optional.empty();
        }
    }

    /** Ends it, and leaves its group, so that who takes over need not wait for a time-out. */
    @Override
    public void close() {
        closing.begin();
        metrics.close();
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
        forget();
    }

    /** Nobody measures any more what was shown of its ledgers, and it may never run here again. */
    private void forget() {
        List.copyOf(meters.getMeters()).stream()
                .filter(meter -> name.equals(meter.getId().getTag(LEDGER)))
                .forEach(meters::remove);
    }
}
