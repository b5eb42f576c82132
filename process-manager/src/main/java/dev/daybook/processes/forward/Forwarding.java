package dev.daybook.processes.forward;

import dev.daybook.streams.retry.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run of a forwarder, with clients of its own, until it is told to end or Kafka fails it.
 *
 * <p>An offset is committed when everything before it is in the topics that it goes to, and not sooner: so a message may go
 * twice, and none is left out. None overtakes another of its partition either, which matters more than it seems, because who
 * reads takes a message that is older than the last one for a copy. That is why a send never times out, why nothing is sent
 * after what cannot be, and why a run in which Kafka refused something ends: the next one begins where everything is in place.
 *
 * <p>A run that the group took for dead may still send what it has. That comes before what the group's new member sends, or
 * after it, as copies in the same order. For one thread, but for {@link #abandon}.
 */
final class Forwarding implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Route route;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Health health;
    private final Tally tally;
    private final Stalls stalls = new Stalls(new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30)));
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private boolean leaves;

    /** A run that has not begun. */
    static Forwarding open(String name, Route route, ForwardClients clients, Health health, Tally tally) {
        var producer = clients.producer(name);
        try {
            return new Forwarding(name, route, clients.consumer(name), producer, health, tally);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private Forwarding(
            String name,
            Route route,
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            Health health,
            Tally tally) {
        this.name = name;
        this.route = route;
        this.consumer = consumer;
        this.producer = producer;
        this.health = health;
        this.tally = tally;
    }

    /**
     * Forwards.
     *
     * @throws KafkaException if it cannot go on
     */
    void run(BooleanSupplier open) throws InterruptedException {
        consumer.subscribe(route.topics(), this);
        while (open.getAsBoolean()) {
            consumer.resume(stalls.due());
            forward(consumer.poll(POLL));
        }
        leaves = true;
    }

    private void forward(ConsumerRecords<byte[], byte[]> messages) throws InterruptedException {
        if (messages.isEmpty()) {
            return;
        }
        var stretches = new HashMap<TopicPartition, Stretch>();
        health.sending();
        for (var partition : messages.partitions()) {
            stretches.put(partition, Stretch.send(messages.records(partition), route, producer));
        }
        producer.flush();
        health.sent();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        SendRefusedException refused = null;
        for (var stretch : stretches.entrySet()) {
            var partition = stretch.getKey();
            var fault = stretch.getValue().fault();
            if (fault == null) {
                offsets.put(partition, messages.nextOffsets().get(partition));
                flows(partition);
            } else {
                offsets.put(partition, new OffsetAndMetadata(fault.offset()));
                if (fault.ofKafka()) {
                    refused = new SendRefusedException(partition, fault);
                } else {
                    stall(partition, fault);
                }
            }
        }
        tally.forwarded(stretches.values());
        commit(offsets);
        if (refused != null) {
            throw refused;
        }
    }

    private void flows(TopicPartition partition) {
        stalls.remove(List.of(partition));
        health.flows(partition);
    }

    private void stall(TopicPartition partition, Stretch.Fault fault) {
        var pause = stalls.add(partition, fault.offset());
        LOG.warn(
                "{} cannot go on at offset {} of {}, and tries again in {}; what follows there waits",
                name,
                fault.offset(),
                partition,
                pause,
                fault.cause());
        health.stalled(partition, "of offset " + fault.offset() + ": " + fault.cause());
        consumer.pause(List.of(partition));
        consumer.seek(partition, fault.offset());
    }

    /** Commits go out in order, and a later one says more than an earlier one, so none is waited for. */
    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        done.putAll(offsets);
        consumer.commitAsync(offsets, (tried, error) -> {
            if (error != null) {
                LOG.info("{} has not committed {}; it may forward some of it again: {}", name, tried, error.toString());
            }
        });
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        health.joined();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commitBeforeOthers(partitions);
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        health.lost();
        forget(partitions);
    }

    private void commitBeforeOthers(Collection<TopicPartition> partitions) {
        var last = new HashMap<>(done);
        last.keySet().retainAll(partitions);
        if (last.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(last, COMMIT_TIMEOUT);
        } catch (KafkaException e) {
            LOG.info("{} has not committed {}; some of it may be forwarded again: {}", name, last, e.toString());
        }
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(done::remove);
        partitions.forEach(health::flows);
        stalls.remove(partitions);
    }

    /** Gives up what Kafka has not taken yet. For another thread, while {@link #run} waits for Kafka. */
    void abandon() {
        producer.close(Duration.ZERO);
    }

    /** Commits what is done. Who ends for good leaves the group, so that others need not wait until it is missed. */
    @Override
    public void close() {
        commitBeforeOthers(List.copyOf(done.keySet()));
        done.clear();
        var options = CloseOptions.timeout(COMMIT_TIMEOUT);
        consumer.close(
                leaves
                        ? options.withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        : options.withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
        producer.close(Duration.ZERO);
    }
}
