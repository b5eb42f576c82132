package dev.daybook.processes.topology;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.streams.wire.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * All that the topology of a business process is made from.
 *
 * @param partitions the count of partitions of the inbox and of the history
 * @param largestPayload the most bytes of a command, an event, or of what is remembered of an instance
 * @param largestDeadLetter the most bytes of a dead letter
 * @param ahead how far the clock of the timers is ahead of the real one
 */
public record ProcessPath<I, S>(
        BoundedContext context,
        BusinessProcess<I, S> process,
        int partitions,
        int largestPayload,
        int largestDeadLetter,
        Duration ahead,
        RecordSerdes serdes,
        Patience patience,
        MeterRegistry meters) {}
