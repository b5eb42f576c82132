package dev.daybook.processes.forward;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/** Counts what a forwarder does. Thread-safe. */
final class Tally {
    private final Counter forwarded;

    Tally(MeterRegistry meters, String forwarder) {
        this.forwarded = Counter.builder("daybook.forwarded")
                .description("Messages forwarded, copies included")
                .tag("forwarder", forwarder)
                .register(meters);
    }

    void forwarded(Collection<Stretch> stretches) {
        forwarded.increment(stretches.stream().mapToInt(Stretch::sent).sum());
    }
}
