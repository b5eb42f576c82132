package dev.daybook.processes.topology;

import dev.daybook.process.OpenTimer;
import dev.daybook.processes.store.DueTimer;
import dev.daybook.processes.store.InstanceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a partition. Kafka Streams is asked for one wake-up, at the time of the first: each costs a transaction, also when
 * nothing is due. For one thread.
 */
final class Timers {
    /** So that what fires at once fits into a transaction that others do not wait for. */
    private static final int MOST_AT_ONCE = 500;

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final ProcessorContext<?, ?> task;
    private final InstanceStore store;
    private final Duration ahead;
    private BiConsumer<DueTimer, Instant> fire = (timer, now) -> {};
    private @Nullable Cancellable wakeUp;
    private Instant wakesUpAt = Instant.MAX;

    /**
     * The timers in a store that is restored.
     *
     * @param ahead how far the clock of the timers is ahead of the real one
     */
    Timers(ProcessorContext<?, ?> task, InstanceStore store, Duration ahead) {
        this.task = task;
        this.store = store;
        this.ahead = ahead;
    }

    /**
     * Begins to wait.
     *
     * @param fire takes a timer that is due, and the time
     */
    void start(BiConsumer<DueTimer, Instant> fire) {
        this.fire = fire;
        awaitFirst();
    }

    private void awaitFirst() {
        store.firstTimer().ifPresent(first -> wakeUpAt(first.due()));
    }

    /** Notes the timers of an instance. */
    void set(List<OpenTimer> timers) {
        for (var timer : timers) {
            if (timer.due().isBefore(wakesUpAt)) {
                wakeUpAt(timer.due());
            }
        }
    }

    private void wakeUpAt(Instant due) {
        if (wakeUp != null) {
            wakeUp.cancel();
        }
        wakesUpAt = due;
        var left = Duration.between(now(), due);
        wakeUp = task.schedule(
                left.compareTo(AT_ONCE) < 0 ? AT_ONCE : left, PunctuationType.WALL_CLOCK_TIME, _ -> fireDue());
    }

    private void fireDue() {
        var now = now();
        // What fires is stamped with the real time: brokers refuse what comes from the future.
        store.timers(now, MOST_AT_ONCE).forEach(timer -> fire.accept(timer, now.minus(ahead)));
        if (wakeUp != null) {
            wakeUp.cancel();
            wakeUp = null;
        }
        wakesUpAt = Instant.MAX;
        awaitFirst();
    }

    private Instant now() {
        return Instant.ofEpochMilli(task.currentSystemTimeMs()).plus(ahead);
    }
}
