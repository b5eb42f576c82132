package dev.daybook.gateway.reply;

import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.ReplyTo;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Where the replies to this gateway arrive: one partition of a context's replies, read twice, as soon as they are
 * written and when they are committed. Other gateways may read the same partition; each knows its own replies by their
 * keys. Thread-safe.
 */
public final class ReplyInbox implements AutoCloseable {
    private final TopicPartition partition;
    private final Waiters waiters = new Waiters();
    private final List<ReplyReader> readers;

    /**
     * An inbox that starts to read.
     *
     * @param consumers makes a consumer that reads what is {@link Ack#DECIDED} or {@link Ack#COMMITTED}
     */
    public ReplyInbox(
            TopicPartition partition,
            Function<Ack, Consumer<byte[], byte[]>> consumers,
            Deserializer<Outcome> outcomes) {
        this.partition = partition;
        readers = List.of(Ack.DECIDED, Ack.COMMITTED).stream()
                .map(level -> new ReplyReader(consumers.apply(level), partition, level, waiters, outcomes).start())
                .toList();
    }

    /** Starts to look for a reply: the waiter's key goes with the message. */
    public Waiter open(Ack ack) {
        return waiters.open(ack);
    }

    /** Where the reply to a waiter is to be sent. */
    public ReplyTo replyTo(Waiter waiter) {
        return new ReplyTo(partition.topic(), partition.partition(), waiter.key());
    }

    /** How many requests wait now. */
    public int waiting() {
        return waiters.size();
    }

    /** Whether it can still read. */
    public boolean live() {
        return readers.stream().allMatch(ReplyReader::live);
    }

    /** What it waits for, in one sentence; empty if replies would arrive now. */
    public String whyNotReady() {
        if (!readers.stream().allMatch(ReplyReader::positioned)) {
            return "It has not found the end of " + partition + " yet";
        }
        return readers.stream().allMatch(ReplyReader::connected) ? "" : "It has no connection to a Kafka broker";
    }

    /** Lets all requests go that wait now or later; they answer that the outcome is not known yet. */
    public void release() {
        waiters.release();
    }

    @Override
    public void close() {
        release();
        readers.forEach(ReplyReader::close);
    }
}
