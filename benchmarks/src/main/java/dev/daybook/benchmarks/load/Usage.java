package dev.daybook.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What something took.
 *
 * @param cpuSeconds of all threads of this JVM, so of the broker and of the load too
 */
public record Usage(double seconds, double cpuSeconds) {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    public static final Usage NONE = new Usage(0, 0);

    /** Both clocks as they stand. */
    public static Usage now() {
        return new Usage(System.nanoTime() / 1e9, PROCESS.getProcessCpuTime() / 1e9);
    }

    /** What was used since these clocks stood so. */
    public Usage since() {
        var now = now();
        return new Usage(now.seconds - seconds, now.cpuSeconds - cpuSeconds);
    }

    public Usage plus(Usage other) {
        return new Usage(seconds + other.seconds, cpuSeconds + other.cpuSeconds);
    }

    /** How many cores were busy on average. */
    public double cores() {
        return cpuSeconds / seconds;
    }
}
