package dev.daybook.benchmarks;

import dev.daybook.benchmarks.closedloop.ClosedLoops;
import dev.daybook.benchmarks.freshness.Freshness;
import dev.daybook.benchmarks.fulfillment.Fulfillment;
import dev.daybook.benchmarks.reads.Reads;
import dev.daybook.benchmarks.rebuild.Rebuild;
import dev.daybook.benchmarks.restore.Restore;
import dev.daybook.benchmarks.roundtrip.RoundTrip;
import dev.daybook.benchmarks.throughput.Throughput;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How much is measured. */
enum Effort {
    /** Seconds: whether all still works. */
    TOUCH {
        @Override
        Throughput.Plan throughput(Map<String, String> bare) {
            return new Throughput.Plan(2_000, 0, 1, 100, bare);
        }

        @Override
        RoundTrip.Plan roundTrip() {
            return new RoundTrip.Plan(
                    List.of(200), Duration.ofMillis(300), Duration.ZERO, Duration.ofMillis(300), 1, 50, 16);
        }

        @Override
        ClosedLoops.Plan closedLoops() {
            return new ClosedLoops.Plan(
                    List.of(4), List.of(4), 1, Duration.ofMillis(100), Duration.ZERO, Duration.ofMillis(200));
        }

        @Override
        Restore.Plan restore() {
            return new Restore.Plan(200, 1);
        }

        @Override
        Rebuild.Plan rebuild() {
            return new Rebuild.Plan(2_000, 100, 0, 1, 1);
        }

        @Override
        Reads.Plan reads() {
            return new Reads.Plan(200, 4, 1, Duration.ofMillis(100), Duration.ofMillis(200));
        }

        @Override
        Freshness.Plan freshness() {
            return new Freshness.Plan(List.of(200), 200, Duration.ofMillis(300), Duration.ofMillis(300), 1, 50, 16);
        }

        @Override
        Fulfillment.Plan fulfillment() {
            return new Fulfillment.Plan(100, 20, 0, 1);
        }
    },
    QUICK {
        @Override
        Throughput.Plan throughput(Map<String, String> bare) {
            return new Throughput.Plan(150_000, 2, 3, 2_000, bare);
        }

        @Override
        RoundTrip.Plan roundTrip() {
            return new RoundTrip.Plan(
                    List.of(200, 2_000),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(4),
                    2,
                    500,
                    64);
        }

        @Override
        ClosedLoops.Plan closedLoops() {
            return new ClosedLoops.Plan(
                    List.of(1, 32, 256),
                    List.of(16),
                    2,
                    Duration.ofSeconds(12),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2));
        }

        @Override
        Restore.Plan restore() {
            return new Restore.Plan(10_000, 3);
        }

        @Override
        Rebuild.Plan rebuild() {
            return new Rebuild.Plan(300_000, 2_000, 5, 3, 2);
        }

        @Override
        Reads.Plan reads() {
            return new Reads.Plan(10_000, 32, 3, Duration.ofSeconds(4), Duration.ofSeconds(2));
        }

        @Override
        Freshness.Plan freshness() {
            return new Freshness.Plan(
                    List.of(200, 2_000), 200, Duration.ofSeconds(3), Duration.ofMillis(2_500), 2, 500, 64);
        }

        @Override
        Fulfillment.Plan fulfillment() {
            return new Fulfillment.Plan(6_000, 1_000, 1, 3);
        }
    },
    FULL {
        @Override
        Throughput.Plan throughput(Map<String, String> bare) {
            return new Throughput.Plan(200_000, 3, 5, 2_000, bare);
        }

        @Override
        RoundTrip.Plan roundTrip() {
            return new RoundTrip.Plan(
                    List.of(200, 2_000),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(6),
                    4,
                    500,
                    64);
        }

        @Override
        ClosedLoops.Plan closedLoops() {
            return new ClosedLoops.Plan(
                    List.of(1, 8, 32, 64, 256),
                    List.of(8, 16, 32, 64),
                    2,
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3));
        }

        @Override
        Restore.Plan restore() {
            return new Restore.Plan(10_000, 5);
        }

        @Override
        Rebuild.Plan rebuild() {
            return new Rebuild.Plan(300_000, 2_000, 2, 5, 3);
        }

        @Override
        Reads.Plan reads() {
            return new Reads.Plan(10_000, 32, 5, Duration.ofSeconds(8), Duration.ofSeconds(4));
        }

        @Override
        Freshness.Plan freshness() {
            return new Freshness.Plan(
                    List.of(200, 2_000), 200, Duration.ofSeconds(10), Duration.ofSeconds(5), 4, 500, 64);
        }

        @Override
        Fulfillment.Plan fulfillment() {
            return new Fulfillment.Plan(20_000, 1_000, 1, 5);
        }
    };

    abstract Throughput.Plan throughput(Map<String, String> bare);

    abstract RoundTrip.Plan roundTrip();

    abstract ClosedLoops.Plan closedLoops();

    abstract Restore.Plan restore();

    abstract Rebuild.Plan rebuild();

    abstract Reads.Plan reads();

    abstract Freshness.Plan freshness();

    abstract Fulfillment.Plan fulfillment();
}
