package dev.daybook.cli.trace;

import static java.util.Comparator.comparingLong;

import dev.daybook.cli.trace.Message.Step;
import dev.daybook.cli.trace.Part.Fate;
import dev.daybook.process.InputHeld;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.TimerFired;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What happened to instances of processes, in the order of their versions, whatever it was part of. */
final class Histories {
    static final Comparator<Step> BY_VERSION = comparingLong(Step::version);

    private final Map<Instance, NavigableSet<Step>> steps = new HashMap<>();

    Histories(Collection<Step> steps) {
        for (var step : steps) {
            this.steps
                    .computeIfAbsent(Instance.of(step), _ -> new TreeSet<>(BY_VERSION))
                    .add(step);
        }
    }

    /** The step just before one. */
    Optional<Step> before(Step step) {
        return Optional.ofNullable(of(step).lower(step)).filter(before -> before.version() == step.version() - 1);
    }

    /** The last of the story that an instance has held back when it is retried. */
    Optional<Step> heldBefore(Step retry) {
        return of(retry).headSet(retry, false).descendingSet().stream()
                .takeWhile(before -> !(before.event() instanceof ProcessRetried))
                .filter(before -> before.event() instanceof InputHeld)
                .findFirst();
    }

    /** The last failure of an instance before a step. */
    Optional<Step> failureBefore(Step step) {
        return last(of(step).headSet(step, false), before -> before.event() instanceof ProcessFailed);
    }

    /** The retry at which an instance is told again what it had failed at, or had held back. */
    Optional<Step> retryThatTells(Step step) {
        var before = of(step).headSet(step, false);
        return last(before, earlier -> waits(earlier) && earlier.trigger().equals(step.trigger()))
                .flatMap(waiting ->
                        last(before.tailSet(waiting, false), between -> between.event() instanceof ProcessRetried));
    }

    /** Whether the instance will be told again what it was told. */
    private static boolean waits(Step step) {
        return step.event() instanceof InputHeld || step.event() instanceof ProcessFailed;
    }

    private static Optional<Step> last(NavigableSet<Step> steps, Predicate<Step> condition) {
        return steps.descendingSet().stream().filter(condition).findFirst();
    }

    /** What became of a timer that a step set. */
    Fate fate(Step set, PlannedCommand timer) {
        if (isSetAnewAtOnce(set, timer)) {
            return new Fate(Fate.Kind.REPLACED, set.time());
        }
        for (var step : of(set).tailSet(set, false)) {
            var fate = outcome(step, timer);
            if (fate.isPresent()) {
                return fate.get();
            }
        }
        return Fate.OPEN;
    }

    /** Whether another timer of the name comes after it in the same step. */
    private static boolean isSetAnewAtOnce(Step set, PlannedCommand timer) {
        return set.event() instanceof ProcessAdvanced advanced
                && names(advanced.timers()).lastIndexOf(timer.timer())
                        > advanced.timers().indexOf(timer);
    }

    private NavigableSet<Step> of(Step step) {
        return steps.getOrDefault(Instance.of(step), new TreeSet<>(BY_VERSION));
    }

    private static Optional<Fate> outcome(Step step, PlannedCommand timer) {
        return switch (step.event()) {
            case ProcessAdvanced advanced
            when advanced.cancelledTimers().contains(timer.timer()) ->
                Optional.of(new Fate(Fate.Kind.CANCELLED, step.time()));
            case ProcessAdvanced advanced
            when names(advanced.timers()).contains(timer.timer()) ->
                Optional.of(new Fate(Fate.Kind.REPLACED, step.time()));
            case TimerFired fired
            when fired.command().id().equals(timer.command().id()) ->
                Optional.of(new Fate(Fate.Kind.FIRED, step.time()));
            case ProcessAdvanced _, TimerFired _, ProcessFailed _, InputHeld _, ProcessRetried _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static List<String> names(List<PlannedCommand> timers) {
        return timers.stream().map(PlannedCommand::timer).toList();
    }
}
