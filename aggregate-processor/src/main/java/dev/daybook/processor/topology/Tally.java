package dev.daybook.processor.topology;

import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.Outcome;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.processor.command.Answer;
import dev.daybook.streams.deadletter.DeadLetterCount;
import dev.daybook.streams.deadletter.Failure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts what happens to commands. Its clock is for the people who watch; no outcome depends on it. */
final class Tally {
    private final MeterRegistry meters;
    private final Tags tags;
    private final DeadLetterCount deadLetters;
    private final Counter events;
    private final Counter swept;
    private final Timer age;
    private final Map<String, Counter> outcomes = new HashMap<>();

    Tally(MeterRegistry meters, String context, String aggregateType) {
        this.meters = meters;
        this.tags = Tags.of("context", context, "aggregate", aggregateType);
        this.deadLetters = new DeadLetterCount(meters, tags);
        this.events = Counter.builder("daybook.events")
                .description("Events appended")
                .tags(tags)
                .register(meters);
        this.swept = Counter.builder("daybook.outcomes.swept")
                .description("Expired outcomes removed")
                .tags(tags)
                .register(meters);
        this.age = Timer.builder("daybook.command.age")
                .description("From a command's append to the log to its outcome, not yet committed")
                .tags(tags)
                .register(meters);
    }

    void answered(Answer answer, Instant appended) {
        var name = answer.replayed() ? "replayed" : name(answer.outcome());
        outcomes.computeIfAbsent(name, this::counter).increment();
        age.record(Duration.between(appended, Instant.now()));
    }

    void appended(int count) {
        events.increment(count);
    }

    void swept(int count) {
        swept.increment(count);
    }

    void parked(Failure failure) {
        deadLetters.parked(failure);
    }

    private Counter counter(String outcome) {
        return Counter.builder("daybook.commands")
                .description("Commands by outcome")
                .tags(tags.and("outcome", outcome))
                .register(meters);
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case CommandAccepted accepted -> "accepted";
            case CommandRejected rejected -> "rejected";
            case VersionConflict conflict -> "version-conflict";
            case CommandIdReused reused -> "id-reused";
            case CommandFailed failed -> "failed";
            case OutcomeUnknown unknown -> "unknown";
        };
    }
}
