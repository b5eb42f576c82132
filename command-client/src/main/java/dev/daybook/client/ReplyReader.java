package dev.daybook.client;

import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a partition of replies from its end, at one isolation level, and hands each reply to the sender who waits for
 * it. It has a thread of its own; whatever fails is tried again every second, for as long as it is not closed.
 */
final class ReplyReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** Short enough for what it has to catch up with after it. */
    private static final Duration NAP = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Ack level;
    private final Waiters waiters;
    private final Deserializer<Outcome> outcomes;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch positioning = new CountDownLatch(1);

    /**
     * A reader that does not read yet.
     *
     * @param level {@link Ack#COMMITTED} if the consumer reads committed records only, else {@link Ack#DECIDED}
     */
    ReplyReader(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Ack level,
            Waiters waiters,
            Deserializer<Outcome> outcomes) {
        this.consumer = consumer;
        this.partition = partition;
        this.level = level;
        this.waiters = waiters;
        this.outcomes = outcomes;
        thread = Thread.ofPlatform()
                .name("replies-" + partition + "-" + level.word())
                .unstarted(this::run);
    }

    ReplyReader start() {
        thread.start();
        return this;
    }

    /** Somebody waits for what it reads. */
    void wake() {
        LockSupport.unpark(thread);
    }

    Ack level() {
        return level;
    }

    boolean live() {
        return thread.isAlive();
    }

    /** Waits until no reply to a message that is sent from then on can escape it; false if that takes too long. */
    boolean awaitPosition(Duration time) {
        try {
            return positioning.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it has a connection to a broker: it always asks for more, so without one there is none to be had. */
    boolean connected() {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .anyMatch(metric -> metric.metricValue() instanceof Double count && count > 0);
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (closing.getCount() > 0) {
                readOn();
            }
        } catch (InterruptException e) {
            LOG.warn("The reader of {} was interrupted", partition, e);
        }
    }

    private void readOn() {
        try {
            if (positioning.getCount() > 0) {
                position();
            }
            if (!waiters.any(level)) {
                // What others are told it need not read at once; it reads it later, many at a time.
                LockSupport.parkNanos(NAP.toNanos());
            }
            consumer.poll(POLL).forEach(this::deliver);
        } catch (WakeupException e) {
            LOG.debug("Woken up to close");
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("Cannot read {}, trying again in {}", partition, RETRY, e);
            pause();
        }
    }

    private void position() {
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        // Seeking is lazy: only when the position is known is it behind nothing that is still to come.
        LOG.info("Reading {} replies of {} from {}", level.word(), partition, consumer.position(partition));
        positioning.countDown();
    }

    private void deliver(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null) {
            return;
        }
        var waiter = waiters.find(new String(entry.key(), StandardCharsets.UTF_8), level);
        if (waiter != null) {
            read(entry).ifPresent(waiter.reply()::complete);
        }
    }

    private Optional<Reply> read(ConsumerRecord<byte[], byte[]> entry) {
        while (closing.getCount() > 0) {
            try {
                var outcome = outcomes.deserialize(entry.topic(), entry.headers(), entry.value());
                var replayed = ReplyHeaders.read(entry.headers()).replayed();
                return Optional.of(new Reply.Answered(outcome, replayed, level));
            } catch (UnreadableMessageException | MalformedHeaderException e) {
                LOG.warn("Ignoring a reply that cannot be read, at offset {} of {}", entry.offset(), partition, e);
                return Optional.empty();
            } catch (RegistryUnavailableException e) {
                LOG.warn("Cannot read a reply without its schema, trying again in {}", RETRY, e);
                pause();
            }
        }
        return Optional.empty();
    }

    private void pause() {
        try {
            closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
