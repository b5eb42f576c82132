package dev.daybook.platform.process;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.process.NoInstance;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessInstruction;
import dev.daybook.process.ProcessRow;
import dev.daybook.process.ProcessView;

/** A business process as a type of aggregate, whose state is what is seen of an instance. It decides nothing. */
final class ProcessAggregate {
    private static final Decider<ProcessInstruction, ProcessEvent, ProcessView> HISTORY = new History();

    private ProcessAggregate() {}

    static Aggregate<ProcessInstruction, ProcessEvent, ProcessView> of(BusinessProcess<?, ?> process) {
        return new Aggregate<>(
                process.name(), ProcessInstruction.class, ProcessEvent.class, ProcessView.class, HISTORY);
    }

    private static final class History implements Decider<ProcessInstruction, ProcessEvent, ProcessView> {
        @Override
        public ProcessView initial() {
            return new NoInstance();
        }

        @Override
        public Decision<ProcessEvent> decide(ProcessInstruction instruction, ProcessView state, Metadata metadata) {
            throw new IllegalStateException("A process manager decides what its instances do, not their history");
        }

        @Override
        public ProcessView evolve(ProcessView state, ProcessEvent event, Metadata metadata) {
            return switch (state) {
                case NoInstance _ -> ProcessFold.next(null, event, metadata);
                case ProcessRow row -> ProcessFold.next(row, event, metadata);
            };
        }
    }
}
