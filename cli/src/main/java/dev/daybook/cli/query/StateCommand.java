package dev.daybook.cli.query;

import dev.daybook.cli.console.AggregateArguments;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.WholeNumber;
import dev.daybook.cli.stack.Target;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook state}: an aggregate as it is or was. */
@Command(name = "state", description = "Prints an aggregate's state: as it is, or as it was at a version or a time.")
public final class StateCommand implements Callable<Integer> {
    @Mixin
    private AggregateArguments aggregate = new AggregateArguments();

    @ArgGroup
    private @Nullable Moment moment;

    @Mixin
    private Freshness freshness = new Freshness();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    /** A version or a time. */
    static final class Moment {
        @Option(
                names = "--version",
                paramLabel = "N",
                converter = WholeNumber.Version.class,
                description = "As it was at this version.")
        private @Nullable Long version;

        @Option(
                names = "--at",
                paramLabel = "TIME",
                description = "As it was at this time, such as 2026-11-01T12:00:00Z.")
        private @Nullable Instant at;

        Map<String, String> parameters() {
            return version != null ? Map.of("version", version.toString()) : Map.of("at", String.valueOf(at));
        }
    }

    @Override
    public Integer call() {
        var parameters = moment == null ? Map.<String, String>of() : moment.parameters();
        var answer = target.queries().state(aggregate.type(), aggregate.id(), parameters, freshness.headers());
        output.print(answer, () -> {
            output.line(aggregate.type() + " " + aggregate.id() + " at version "
                    + answer.path("version").asText() + ", " + answer.path("at").asText());
            output.line(Json.pretty(answer.path("state")));
        });
        return ExitCode.DONE;
    }
}
