package dev.daybook.cli.query;

import dev.daybook.cli.console.WholeNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fresh an answer must be. */
final class Freshness {
    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token that a command was answered with: wait until its effect shows.")
    private @Nullable String token;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = WholeNumber.FromZero.class,
            description = "The longest wait for the token; default: 2.")
    private @Nullable Integer wait;

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        if (token != null) {
            headers.put("Daybook-Token", token);
        }
        if (wait != null) {
            headers.put("Prefer", "wait=" + wait);
        }
        return headers;
    }
}
