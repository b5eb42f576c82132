package dev.daybook.cli.trace;

import dev.daybook.cli.log.LogReader.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one story as they are found in the log. For one thread.
 *
 * <p>First those are taken that say they are part of it. What they led to may say that it is part of something else, and may
 * be read before what it follows from, since partitions are read side by side: so the log is read again, from where the story begins,
 * until nothing more is found.
 */
final class Story {
    /** Clocks of brokers differ: what follows from something may seem to be so much earlier. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Pass pass;
    private final Sieve sieve;
    private final int most;
    private final Clues clues = new Clues();
    /** By their places in the log. */
    private final Map<String, Message> messages = new LinkedHashMap<>();

    private final Aside aside = new Aside();

    private @Nullable Instant begin;

    /**
     * A story.
     *
     * @param most how many messages are kept at most
     */
    Story(Pass pass, Sieve sieve, int most) {
        this.pass = pass;
        this.sieve = sieve;
        this.most = most;
    }

    /** Reads the log once, up to where it ended when the first pass began. */
    @FunctionalInterface
    interface Pass {
        /**
         * Reads it.
         *
         * @param since from which time on; null: from its beginning
         */
        void read(@Nullable Instant since, Action action);
    }

    /** Reads the log, or what it holds since a time, as often as it takes; returns the beginnings. */
    List<Node> read(@Nullable Instant since) {
        pass.read(
                since,
                found -> sieve.take(found).map(message -> keep(found, message)).orElse(true));
        var known = 0;
        while (begin != null && known < messages.size() && !isFull()) {
            known = messages.size();
            aside.clear();
            pass.read(later(since, begin.minus(SKEW)), this::follow);
        }
        return Plot.of(messages.values(), aside.steps());
    }

    /** Whether there may be more of it than is kept. */
    boolean isFull() {
        return messages.size() >= most;
    }

    private boolean follow(ConsumerRecord<byte[], byte[]> found) {
        return sieve.candidate(found, clues)
                .filter(_ -> !messages.containsKey(Sieve.place(found)))
                .map(message -> consider(found, message))
                .orElse(true);
    }

    private boolean consider(ConsumerRecord<byte[], byte[]> found, Message message) {
        if (clues.leadTo(message)) {
            return keep(found, message);
        }
        if (message instanceof Message.Step step && clues.concern(Instance.of(step))) {
            aside.consider(step);
        }
        return true;
    }

    private boolean keep(ConsumerRecord<byte[], byte[]> found, Message message) {
        messages.put(Sieve.place(found), message);
        clues.add(message);
        if (message instanceof Message.Step step) {
            aside.tell(step);
        }
        var time = Instant.ofEpochMilli(found.timestamp());
        begin = begin == null || time.isBefore(begin) ? time : begin;
        return !isFull();
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
