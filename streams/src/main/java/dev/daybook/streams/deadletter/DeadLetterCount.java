package dev.daybook.streams.deadletter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * The count of dead letters, by reason. Thread-safe.
 *
 * @param tags who writes them
 */
public record DeadLetterCount(MeterRegistry meters, Tags tags) {

    /** Counts one. */
    public void parked(Failure failure) {
        Counter.builder("daybook.dead.letters")
                .description("Messages that could not be processed")
                .tags(tags.and("reason", failure.code()))
                .register(meters)
                .increment();
    }
}
