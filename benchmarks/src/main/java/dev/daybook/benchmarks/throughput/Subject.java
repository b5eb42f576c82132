package dev.daybook.benchmarks.throughput;

/** What processes the backlog. */
interface Subject {

    String name();

    /** Its consumer group. */
    String group();

    /** The topic of its events. */
    String events();

    /** Starts it, on the state that it left when it was last closed; it need not be ready yet. */
    AutoCloseable start() throws Exception;
}
