package dev.daybook.cli.trace;

import dev.daybook.cli.trace.LogReader.Progress;
import dev.daybook.process.ProcessAdvanced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The messages of one story as they are found in the log. For one thread. */
final class Story {
    private final LogReader log;
    private final Sieve sieve;
    private final List<Message> messages = new ArrayList<>();
    private final List<Message.Step> aside = new ArrayList<>();
    /** The instances that have set timers, and where in the log the first of these was set. */
    private final Set<Instance> waiting = new HashSet<>();

    private final Map<TopicPartition, Long> timersSet = new HashMap<>();

    Story(LogReader log, Sieve sieve) {
        this.log = log;
        this.sieve = sieve;
    }

    /** Reads the log up to where it ends now; returns the beginnings. */
    List<Node> read(Collection<String> topics, @Nullable Instant since, Progress progress) {
        var partitions = log.partitions(topics);
        var ends = log.ends(partitions);
        log.read(log.beginnings(partitions, since), ends, this::take, progress);
        // A timer may have been cancelled by what is part of another story.
        log.read(timersSet, ends, this::takeAside, (_, _) -> {});
        return Plot.of(messages, aside);
    }

    private void take(ConsumerRecord<byte[], byte[]> found) {
        sieve.take(found).ifPresent(message -> {
            messages.add(message);
            if (message instanceof Message.Step step
                    && step.event() instanceof ProcessAdvanced advanced
                    && !advanced.timers().isEmpty()) {
                waiting.add(Instance.of(step));
                timersSet.merge(new TopicPartition(found.topic(), found.partition()), found.offset() + 1, Math::min);
            }
        });
    }

    private void takeAside(ConsumerRecord<byte[], byte[]> found) {
        sieve.step(found, waiting).ifPresent(aside::add);
    }
}
