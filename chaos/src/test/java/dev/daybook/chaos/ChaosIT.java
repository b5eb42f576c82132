package dev.daybook.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.chaos.nemesis.Fault;
import dev.daybook.chaos.nemesis.Nemesis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChaosIT {
    /** One that has every fault once, and soon. */
    private static final long SEED = 668679;

    private static final Duration RUN = Duration.ofSeconds(38);

    @TempDir
    private Path folder;

    @Test
    void keeps_every_promise_through_every_fault() throws Exception {
        var run = new ChaosRun(SEED, RUN, 16, 10, List.of(Nemesis.values()));

        var report = run.run(folder, System.out::println);

        System.out.println(report);
        assertThat(report.violations()).isEmpty();
        assertThat(report.discrepancies()).isEmpty();
        assertThat(report.unsettled()).isZero();
        assertThat(report.struck())
                .extracting(struck -> struck.strike().fault())
                .containsOnlyOnce(Fault.values());
        assertThat(report.log().events()).hasSizeGreaterThan(200);
        assertThat(report.log().replies())
                .hasSizeGreaterThan(report.log().events().size());
        // Or the fulfillment had nothing to do while its processes died.
        assertThat(report.books().outbox()).hasSizeGreaterThan(100);
        assertThat(report.books().missedPayments()).isPositive();
    }
}
