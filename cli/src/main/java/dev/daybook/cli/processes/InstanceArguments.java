package dev.daybook.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.NonEmpty;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The instance that a command is about. */
final class InstanceArguments {
    @Parameters(
            arity = "1..2",
            paramLabel = "[PROCESS] ID",
            hideParamSyntax = true,
            converter = NonEmpty.class,
            description = "The process, such as fulfillment, which may be left out if there is only one, and the"
                    + " instance's id.")
    private List<String> names = List.of();

    /** The instance, which may not be there. */
    Instance in(Processes processes) {
        var process = names.size() == 2
                ? processes.named(Optional.of(names.getFirst())).getFirst()
                : processes.only();
        return new Instance(processes, process, names.getLast());
    }

    /** An instance by its name. */
    record Instance(Processes processes, String process, String id) {

        /** As it is seen now. */
        JsonNode row() {
            return processes
                    .find(process, id)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.NOT_FOUND,
                            "The process " + process + " has no instance '" + id
                                    + "': nothing has begun it, or it is not seen yet."));
        }
    }
}
