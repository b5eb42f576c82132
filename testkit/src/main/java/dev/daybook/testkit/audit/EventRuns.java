package dev.daybook.testkit.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of all commands, read in the order of the log. What is wrong with that order by itself is found here. */
final class EventRuns {
    private final ByCommand<EventRun> runs = new ByCommand<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Findings findings;

    EventRuns(Findings findings) {
        this.findings = findings;
    }

    /** Reads a partition, from its first event to its last. */
    void read(List<LoggedEvent> partition) {
        long position = 0;
        EventRun run = null;
        for (var event : partition) {
            count(event, position + 1);
            position = event.position();
            run = runWith(run, event);
        }
    }

    /** The events of a command; null: it has none. */
    @Nullable
    EventRun find(LoggedMessage command) {
        return runs.find(command.aggregateId(), command.commandId());
    }

    /** Looks for events that no command was found for. */
    void checkOrigins() {
        runs.all()
                .filter(run -> !run.claimed())
                .forEach(run -> findings.add(
                        Rule.ORIGIN,
                        run,
                        "expected a command %s to %s in the same partition, but found none"
                                .formatted(run.first().commandId(), run.first().aggregateId())));
    }

    private void count(LoggedEvent event, long position) {
        if (event.position() != position) {
            findings.add(Rule.POSITIONS, event, "expected position %d, found %d".formatted(position, event.position()));
        }
        var before = versions.put(event.aggregateId(), event.version());
        long version = before == null ? 1 : before + 1;
        if (event.version() != version) {
            findings.add(
                    Rule.VERSIONS,
                    event,
                    "expected version %d of %s, found %d".formatted(version, event.aggregateId(), event.version()));
        }
    }

    private EventRun runWith(@Nullable EventRun run, LoggedEvent event) {
        if (run != null && run.goesOnWith(event)) {
            requireNumber(event, run.count() + 1);
            run.add(event);
            return run;
        }
        requireNumber(event, 1);
        return begin(event);
    }

    private void requireNumber(LoggedEvent event, int number) {
        if (event.number() != number) {
            findings.add(
                    Rule.EVENT_IDS,
                    event,
                    "expected the id %s:%d, found number %d".formatted(event.commandId(), number, event.number()));
        }
    }

    private EventRun begin(LoggedEvent event) {
        var run = new EventRun(event);
        var earlier = runs.find(event.aggregateId(), event.commandId());
        if (earlier == null) {
            runs.put(event.aggregateId(), event.commandId(), run);
        } else {
            findings.add(
                    Rule.EVENTS_ONCE,
                    event,
                    "expected no more events of the command %s, whose events are at %s already"
                            .formatted(event.commandId(), earlier.place()));
        }
        return run;
    }
}
