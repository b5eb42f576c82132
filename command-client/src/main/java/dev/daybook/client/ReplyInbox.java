package dev.daybook.client;

import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.ReplyTo;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Where the replies to this client arrive: one partition of a context's replies, read twice, as soon as they are
 * written and when they are committed. Other clients may read the same partition; each knows its own replies by their
 * keys. Thread-safe.
 */
final class ReplyInbox implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final TopicPartition partition;
    private final Waiters waiters = new Waiters();
    private final List<ReplyReader> readers;

    /**
     * An inbox that starts to read.
     *
     * @param consumers makes a consumer that reads what is {@link Ack#DECIDED} or {@link Ack#COMMITTED}
     */
    ReplyInbox(
            TopicPartition partition,
            Function<Ack, Consumer<byte[], byte[]>> consumers,
            Deserializer<Outcome> outcomes) {
        this.partition = partition;
        readers = List.of(Ack.DECIDED, Ack.COMMITTED).stream()
                .map(level -> new ReplyReader(consumers.apply(level), partition, level, waiters, outcomes).start())
                .toList();
    }

    /**
     * Returns when no reply to a message that is sent from now on can escape it.
     *
     * @throws ClientException if that takes longer than 30 s, or the thread is interrupted
     */
    void awaitStart() {
        var deadline = System.nanoTime() + START.toNanos();
        for (var reader : readers) {
            if (!reader.awaitPosition(Duration.ofNanos(deadline - System.nanoTime()))) {
                throw new ClientException("The end of %s was not found within %d s: is Kafka there?"
                        .formatted(partition, START.toSeconds()));
            }
        }
    }

    /** Starts to look for a reply: the waiter's key goes with the message. */
    Waiter open(SendOptions options) {
        var waiter = waiters.open(options);
        for (var reader : readers) {
            if (reader.level() == options.ack()) {
                reader.wake();
            }
        }
        return waiter;
    }

    /** Where the reply to a waiter is to be sent. */
    ReplyTo replyTo(Waiter waiter) {
        return new ReplyTo(partition.topic(), partition.partition(), waiter.key(), waiter.ack());
    }

    /** How many senders wait now. */
    int waiting() {
        return waiters.size();
    }

    /** Whether it can still read. */
    boolean live() {
        return readers.stream().allMatch(ReplyReader::live);
    }

    /** What it waits for, in one sentence; empty if replies would arrive now. */
    String whyNotReady() {
        return readers.stream().allMatch(ReplyReader::connected) ? "" : "It has no connection to a Kafka broker";
    }

    /** Lets all senders go that wait now or later, once their messages are durable. */
    void release() {
        waiters.release();
    }

    @Override
    public void close() {
        release();
        readers.forEach(ReplyReader::close);
    }
}
