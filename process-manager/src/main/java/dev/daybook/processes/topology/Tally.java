package dev.daybook.processes.topology;

import dev.daybook.process.ProcessEvent;
import dev.daybook.streams.deadletter.DeadLetterCount;
import dev.daybook.streams.deadletter.Failure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;

/** Counts what happens to instances. */
final class Tally {
    private final MeterRegistry meters;
    private final Tags tags;
    private final DeadLetterCount deadLetters;
    private final Counter commands;
    private final Map<Class<?>, Counter> events = new HashMap<>();

    Tally(MeterRegistry meters, String context, String process) {
        this.meters = meters;
        this.tags = Tags.of("context", context, "process", process);
        this.deadLetters = new DeadLetterCount(meters, tags);
        this.commands = Counter.builder("daybook.process.commands")
                .description("Commands sent by business processes")
                .tags(tags)
                .register(meters);
    }

    void happened(ProcessEvent event) {
        events.computeIfAbsent(event.getClass(), this::counter).increment();
    }

    void sent() {
        commands.increment();
    }

    void passedOver(String aggregate) {
        Counter.builder("daybook.process.passed")
                .description("Events in inboxes of a type of aggregate that the process has ceased to hear")
                .tags(tags.and("aggregate", aggregate))
                .register(meters)
                .increment();
    }

    void parked(Failure failure) {
        deadLetters.parked(failure);
    }

    private Counter counter(Class<?> event) {
        return Counter.builder("daybook.process.events")
                .description("What happened to the instances of business processes")
                .tags(tags.and("event", event.getSimpleName()))
                .register(meters);
    }
}
