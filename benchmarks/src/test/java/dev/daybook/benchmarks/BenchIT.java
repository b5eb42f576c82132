package dev.daybook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.benchmarks.postgres.PostgresServer;
import dev.daybook.cli.console.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether all that is measured can still be measured. What it finds in a second means nothing. */
final class BenchIT {

    @Test
    void measures_every_scenario(@TempDir Path folder) throws Exception {
        var out = new StringWriter();

        int exitCode =
                Main.commandLine().setOut(new PrintWriter(out)).execute("--touch", "--output", folder.toString());

        assertThat(exitCode).as(out.toString()).isZero();
        var results = Json.parse(Files.readString(folder.resolve("results.json")));
        assertThat(results.at("/throughput/daybook/median").asDouble()).isPositive();
        assertThat(results.at("/throughput/bare/median").asDouble()).isPositive();
        assertThat(results.at("/roundtrip/200~1s/HTTP committed/p50 ms").asDouble())
                .isPositive();
        assertThat(results.at("/closed-loop/Java committed/4/commands~1s").asDouble())
                .isPositive();
        assertThat(results.at("/restore/state lost, next command ms/median").asDouble())
                .isPositive();
        assertThat(results.at("/rebuild/daybook/median").asDouble()).isPositive();
        assertThat(results.at("/reads/row by key/median").asDouble()).isPositive();
        assertThat(results.at("/freshness/200~1s/committed/p50 ms").asDouble()).isPositive();
        assertThat(faults(results)).as(out.toString()).isEmpty();
        assertThat(folder).isDirectoryContaining("glob:**/roundtrip-200.svg");
        if (PostgresServer.find().isEmpty()) {
            assertThat(out.toString()).contains("PostgreSQL: skipped");
        }
    }

    private static Iterable<String> faults(JsonNode results) {
        return results.findValues("faults").stream()
                .filter(faults -> !faults.isEmpty())
                .map(JsonNode::toString)
                .toList();
    }
}
