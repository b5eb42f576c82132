package dev.daybook.platform.process;

import dev.daybook.core.Metadata;
import dev.daybook.process.InputHeld;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessFailure;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.ProcessRow;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fold of what happened to an instance of a business process into what is seen of it. */
final class ProcessFold {
    private ProcessFold() {}

    static ProcessRow next(@Nullable ProcessRow before, ProcessEvent event, Metadata metadata) {
        var row = before == null ? begun(event, metadata) : before;
        var next = switch (event) {
            case ProcessAdvanced advanced ->
                row.withStatus(advanced.status())
                        .withState(advanced.state())
                        .withTrigger(advanced.trigger())
                        .withTimers(timers(row.timers(), advanced))
                        .withFailure(null);
            case TimerFired fired -> row.withTimers(without(row.timers(), fired.timer()));
            case ProcessFailed failed ->
                row.withStatus(ProcessStatus.FAILED)
                        .withTrigger(failed.trigger())
                        .withFailure(
                                new ProcessFailure(failed.code(), failed.reason(), metadata.time(), failed.held()));
            case InputHeld held -> row.withTrigger(held.trigger()).withFailure(oneMoreHeld(row.failure()));
            case ProcessRetried retried ->
                row.withStatus(retried.status()).withTrigger(retried.trigger()).withFailure(null);
        };
        return next.withUpdatedAt(metadata.time()).withVersion(metadata.version());
    }

    private static ProcessRow begun(ProcessEvent event, Metadata metadata) {
        return new ProcessRow(
                metadata.aggregate(),
                metadata.aggregateId(),
                ProcessStatus.RUNNING,
                "",
                trigger(event),
                List.of(),
                null,
                metadata.time(),
                metadata.time(),
                metadata.version());
    }

    private static Trigger trigger(ProcessEvent event) {
        return switch (event) {
            case ProcessAdvanced advanced -> advanced.trigger();
            case ProcessFailed failed -> failed.trigger();
            case TimerFired _, InputHeld _, ProcessRetried _ ->
                throw new IllegalStateException("Expected an instance to be told something first, but found " + event);
        };
    }

    /** The timers after a step: those of the same names are replaced, and a completed instance has none. */
    private static List<PlannedCommand> timers(List<PlannedCommand> before, ProcessAdvanced advanced) {
        if (advanced.status() == ProcessStatus.COMPLETED) {
            return List.of();
        }
        var timers = new LinkedHashMap<String, PlannedCommand>();
        before.forEach(timer -> timers.put(timer.timer(), timer));
        advanced.cancelledTimers().forEach(timers::remove);
        advanced.timers().forEach(timer -> timers.put(timer.timer(), timer));
        return List.copyOf(timers.values());
    }

    private static List<PlannedCommand> without(List<PlannedCommand> timers, String name) {
        return timers.stream().filter(timer -> !timer.timer().equals(name)).toList();
    }

    private static ProcessFailure oneMoreHeld(@Nullable ProcessFailure failure) {
        if (failure == null) {
            throw new IllegalStateException("Expected an instance that holds something back to have failed");
        }
        return failure.withHeld(failure.held() + 1);
    }
}
