package dev.daybook.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;

/** What became of parked events, for a person and as an exit code. */
final class Released {

    private Released() {}

    /** Reports it; returns 3 if an event still cannot be folded. */
    static int report(JsonNode release, Output output) {
        output.print(release, () -> {
            output.line("%s dropped, %s folded, %s still parked."
                    .formatted(
                            release.path("discarded").asText(),
                            release.path("released").asText(),
                            release.path("parked").asText()));
            var stoppedBy = release.path("stoppedBy");
            if (stoppedBy.isObject()) {
                output.line("Stopped by the %s at position %s: %s"
                        .formatted(
                                stoppedBy.path("type").asText(),
                                stoppedBy.path("position").asText(),
                                stoppedBy.path("reason").asText()));
            } else if (release.path("parked").asLong() > 0) {
                output.line("There is more to be tried: ask again.");
            }
        });
        return release.path("stoppedBy").isObject() ? ExitCode.REFUSED : ExitCode.DONE;
    }
}
