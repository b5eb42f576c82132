package dev.daybook.projection.build;

import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.RegistryPatience;
import dev.daybook.viewbuild.BuildInstruction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the instructions about the builds of a context's views, from the first on: until the end at first, and then as they
 * come, on a thread of its own. The topic has one partition, whose order holds for all instances.
 */
final class InstructionReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstructionReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final TopicPartition log;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<BuildInstruction> deserializer;
    private final Consumer<BuildInstruction> taker;
    private final Closing closing = new Closing();
    private final RegistryPatience patience = new RegistryPatience(closing);
    private final Thread thread;
    private long next;

    /**
     * A reader that does not read yet.
     *
     * @param taker takes each instruction in turn
     */
    InstructionReader(String topic, Map<String, Object> kafka, RecordSerdes serdes, Consumer<BuildInstruction> taker) {
        this.log = new TopicPartition(topic, 0);
        this.deserializer = serdes.deserializer(BuildInstruction.class);
        this.taker = taker;
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = Thread.ofPlatform().name(topic).daemon().unstarted(this::follow);
    }

    /** Reads what there is. */
    void catchUp() {
        consumer.assign(List.of(log));
        consumer.seekToBeginning(List.of(log));
        var end = Objects.requireNonNull(consumer.endOffsets(List.of(log)).get(log));
        while (consumer.position(log) < end) {
            read();
        }
    }

    /** Goes on reading by itself. */
    void start() {
        thread.start();
    }

    private void follow() {
        do {
            try {
                consumer.seek(log, next);
                while (true) {
                    read();
                }
            } catch (WakeupException e) {
                // It is being closed.
            } catch (KafkaException | RegistryUnavailableException e) {
                LOG.warn("Reading {} fails, and is tried again in {}", log, PAUSE_AFTER_FAILURE, e);
            }
        } while (!closing.within(PAUSE_AFTER_FAILURE));
    }

    private void read() {
        for (var message : consumer.poll(POLL)) {
            patience.run(() -> take(message));
            next = message.offset() + 1;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            taker.accept(deserializer.deserialize(log.topic(), message.value()));
        } catch (UnreadableMessageException | IllegalArgumentException e) {
            LOG.error("The record at {}@{} is no instruction, and is passed over", log, message.offset(), e);
        }
    }

    @Override
    public void close() {
        closing.begin();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
