package dev.daybook.benchmarks.rebuild;

import dev.daybook.benchmarks.load.Usage;

/** What it took to take in so many events. */
record Took(long events, Usage usage) {

    double rate() {
        return events / usage.seconds();
    }

    double cpuMicros() {
        return usage.cpuSeconds() * 1e6 / events;
    }
}
