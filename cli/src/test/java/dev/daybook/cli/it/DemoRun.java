package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.Daybook;
import dev.daybook.cli.console.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A run of {@code daybook demo} on the stack that serves a data folder. */
record DemoRun(int exitCode, String output) {

    static DemoRun on(Path data) {
        var out = new StringWriter();
        int exitCode =
                Daybook.commandLine().setOut(new PrintWriter(out)).execute("demo", "--json", "--data", data.toString());
        return new DemoRun(exitCode, out.toString());
    }

    JsonNode json() {
        return Json.parse(output);
    }

    /** What every run on the whole sample must find. */
    static void assertFigures(JsonNode json) {
        var found = json.path("found");
        assertThat(found.path("orders").asInt()).isEqualTo(830);
        assertThat(found.at("/byStatus/SHIPPED").asInt()).isEqualTo(809);
        assertThat(found.at("/byStatus/READY_TO_SHIP").asInt()).isEqualTo(21);
        assertThat(found.path("total").asText()).isEqualTo("1265793.0395");
        assertThat(found.path("events").asInt()).isEqualTo(5_433 + 21);
        assertThat(found.path("eventsOfFulfillment").asInt()).isEqualTo(830);
        assertThat(found.at("/processes/COMPLETED").asInt()).isEqualTo(809);
        assertThat(found.at("/processes/RUNNING").asInt()).isEqualTo(21);
        assertThat(found.path("stock")).isEqualTo(json.at("/expected/stock"));
        assertThat(json.path("holds").asBoolean()).isTrue();
        assertThat(json.path("refusals")).isEmpty();
        // It counts others' orders too.
        assertThat(json.at("/statuses/SHIPPED").asInt()).isGreaterThanOrEqualTo(809);
        assertThat(json.at("/statuses/READY_TO_SHIP").asInt()).isGreaterThanOrEqualTo(21);
    }
}
