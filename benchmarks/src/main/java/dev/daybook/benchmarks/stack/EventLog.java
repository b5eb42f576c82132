package dev.daybook.benchmarks.stack;

import dev.daybook.benchmarks.workload.Backlog;
import dev.daybook.benchmarks.workload.Step;
import dev.daybook.benchmarks.workload.Wire;
import java.util.List;

/** A log of events, as the processor writes it. */
public final class EventLog {
    private EventLog() {}

    /** Has the processor decide commands; returns when the events are committed: one of each. */
    public static void write(BenchStack stack, List<Step> commands) throws Exception {
        try (var progress = new Progress(stack.bootstrapServers());
                var _ = stack.startProcessor()) {
            new Backlog(stack.bootstrapServers(), stack.wire()).write(commands);
            progress.awaitCommitted(BenchStack.processorGroup(), progress.ends(Wire.COMMANDS));
        }
    }
}
