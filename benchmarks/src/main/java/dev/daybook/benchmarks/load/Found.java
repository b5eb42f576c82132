package dev.daybook.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What load finds out: how long answers took, and what went wrong. Thread-safe but for its usage. */
public final class Found {
    private final Latencies latencies = new Latencies();
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();
    private Usage usage = Usage.NONE;

    /** Counts an answer that was as expected. */
    public void answered(long nanos) {
        latencies.record(nanos);
    }

    /** Counts one that was not. */
    public void failed(String why) {
        faults.computeIfAbsent(why, reason -> new LongAdder()).increment();
    }

    void used(Usage more) {
        usage = usage.plus(more);
    }

    public void add(Found other) {
        latencies.add(other.latencies);
        other.faults.forEach((why, count) ->
                faults.computeIfAbsent(why, reason -> new LongAdder()).add(count.sum()));
        usage = usage.plus(other.usage);
    }

    public Latencies latencies() {
        return latencies;
    }

    /** How often what went wrong. */
    public Map<String, Long> faults() {
        var counts = new TreeMap<String, Long>();
        faults.forEach((why, count) -> counts.put(why, count.sum()));
        return counts;
    }

    public Usage usage() {
        return usage;
    }

    /** Good answers a second. */
    public double rate() {
        return latencies.count() / usage.seconds();
    }
}
