package dev.daybook.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long things took, from a microsecond to a minute, three digits exact. Thread-safe. */
public final class Latencies {
    private static final long MOST = Duration.ofMinutes(1).toNanos();

    private final Histogram nanoseconds = new ConcurrentHistogram(1_000, MOST, 3);

    public void record(long nanos) {
        nanoseconds.recordValue(Math.min(nanos, MOST));
    }

    public void add(Latencies others) {
        nanoseconds.add(others.nanoseconds);
    }

    public long count() {
        return nanoseconds.getTotalCount();
    }

    /** In milliseconds: so many of a hundred took no longer. */
    public double percentile(double percent) {
        return nanoseconds.getValueAtPercentile(percent) / 1e6;
    }

    public double max() {
        return nanoseconds.getMaxValue() / 1e6;
    }

    public double mean() {
        return nanoseconds.getMean() / 1e6;
    }
}
