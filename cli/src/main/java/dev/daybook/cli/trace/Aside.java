package dev.daybook.cli.trace;

import dev.daybook.cli.trace.Message.Step;
import dev.daybook.process.InputHeld;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.TimerFired;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What else happened to the instances of processes that a story is about, as far as the story cannot be told without it: the first
 * that cancels a timer of it or sets that anew, and the last failure and the last retry before each of its steps. So there is never more of it than
 * of the story, whatever happens to the instances. For one thread.
 */
final class Aside {
    private static final NavigableSet<Long> NONE = Collections.emptyNavigableSet();

    private final Map<Instance, NavigableSet<Long>> told = new HashMap<>();
    private final Map<Timer, NavigableSet<Long>> timers = new HashMap<>();
    private final Map<Setting, Step> ends = new HashMap<>();
    private final Map<Before, Step> failures = new HashMap<>();
    private final Map<Before, Step> retries = new HashMap<>();

    private record Timer(Instance instance, String name) {}

    /** A timer that was set at a version of its instance. */
    private record Setting(Timer timer, long version) {}

    /** What comes before a version of an instance. */
    private record Before(Instance instance, long version) {}

    /** Hears of a step that is in the story. */
    void tell(Step step) {
        var instance = Instance.of(step);
        add(told, instance, step);
        if (step.event() instanceof ProcessAdvanced advanced) {
            names(advanced).forEach(name -> add(timers, new Timer(instance, name), step));
        }
    }

    /** Takes a step that is not in the story, if it matters. */
    void consider(Step step) {
        switch (step.event()) {
            case ProcessAdvanced advanced ->
                Stream.concat(advanced.cancelledTimers().stream(), names(advanced))
                        .forEach(name -> end(new Timer(Instance.of(step), name), step));
            case ProcessFailed _ -> takeLast(failures, step);
            case ProcessRetried _ -> takeLast(retries, step);
            case InputHeld _, TimerFired _ -> {}
            case null -> {}
        }
    }

    private static Stream<String> names(ProcessAdvanced advanced) {
        return advanced.timers().stream().map(PlannedCommand::timer);
    }

    private void end(Timer timer, Step step) {
        var set = timers.getOrDefault(timer, NONE).lower(step.version());
        if (set != null) {
            ends.merge(new Setting(timer, set), step, BinaryOperator.minBy(Histories.BY_VERSION));
        }
    }

    private void takeLast(Map<Before, Step> steps, Step step) {
        var instance = Instance.of(step);
        var next = told.getOrDefault(instance, NONE).higher(step.version());
        if (next != null) {
            steps.merge(new Before(instance, next), step, BinaryOperator.maxBy(Histories.BY_VERSION));
        }
    }

    private static <K> void add(Map<K, NavigableSet<Long>> versions, K key, Step step) {
        versions.computeIfAbsent(key, _ -> new TreeSet<>()).add(step.version());
    }

    /** What was taken; a step may be there twice. */
    Collection<Step> steps() {
        return Stream.of(ends, failures, retries)
                .flatMap(steps -> steps.values().stream())
                .toList();
    }

    /** Forgets what was taken, before all is considered again: meanwhile more of the story may be known. */
    void clear() {
        ends.clear();
        failures.clear();
        retries.clear();
    }
}
