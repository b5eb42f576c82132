package dev.daybook.benchmarks.throughput;

import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.workload.Wire;

/** Daybook's processor. */
record Daybook(BenchStack stack) implements Subject {

    @Override
    public String name() {
        return "daybook";
    }

    @Override
    public String group() {
        return BenchStack.processorGroup();
    }

    @Override
    public String events() {
        return Wire.EVENTS;
    }

    @Override
    public AutoCloseable start() throws InterruptedException {
        return stack.launchProcessor();
    }
}
