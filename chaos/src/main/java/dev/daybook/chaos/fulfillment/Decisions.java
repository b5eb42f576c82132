package dev.daybook.chaos.fulfillment;

import dev.daybook.process.InputHeld;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What instances decided to send, now or later, and what became of their timers. */
final class Decisions {
    private final Set<String> sent = new HashSet<>();
    /** The commands of the timers that are set, by instance and timer. */
    private final Map<String, Map<String, String>> timers = new HashMap<>();

    private final Consumer<String> findings;

    Decisions(Consumer<String> findings) {
        this.findings = findings;
    }

    void check(List<Entry<ProcessEvent>> history, List<String> outbox) {
        history.forEach(this::read);
        var forwarded = new HashSet<String>();
        for (var id : outbox) {
            if (!forwarded.add(id)) {
                findings.accept("Expected the command " + id + " in the outbox once, but it is there again");
            }
        }
        missing(sent, forwarded, "in the outbox, as it is in the history");
        missing(forwarded, sent, "in the history, as it is in the outbox");
    }

    private void missing(Set<String> expected, Set<String> found, String where) {
        expected.stream()
                .filter(id -> !found.contains(id))
                .sorted()
                .forEach(id -> findings.accept("Expected the command " + id + " " + where + ", but it is not there"));
    }

    private void read(Entry<ProcessEvent> step) {
        switch (step.message()) {
            case ProcessAdvanced advanced -> {
                advanced.commands().forEach(command -> sent(command, step));
                var set = timers.computeIfAbsent(step.key(), _ -> new HashMap<>());
                advanced.cancelledTimers().forEach(set::remove);
                for (PlannedCommand planned : advanced.timers()) {
                    set.put(planned.timer(), planned.command().id());
                }
                if (advanced.status() == ProcessStatus.COMPLETED) {
                    set.clear();
                }
            }
            case TimerFired fired -> {
                sent(fired.command(), step);
                var set = timers.computeIfAbsent(step.key(), _ -> new HashMap<>());
                if (!fired.command().id().equals(set.remove(fired.timer()))) {
                    findings.accept("%s: expected the timer %s of %s to fire once, while it is set, but found %s"
                            .formatted(
                                    step.place(),
                                    fired.timer(),
                                    step.key(),
                                    fired.command().id()));
                }
            }
            case ProcessRetried retried -> retried.commands().forEach(command -> sent(command, step));
            case ProcessFailed _, InputHeld _ -> {}
        }
    }

    private void sent(SentCommand command, Entry<?> step) {
        if (!sent.add(command.id())) {
            findings.accept(step.place() + ": expected the command " + command.id() + " to be decided once");
        }
    }
}
