package dev.daybook.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.ProcessInstructions;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.WholeNumber;
import dev.daybook.cli.processes.InstanceArguments.Instance;
import dev.daybook.cli.stack.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook processes retry}: has an instance go on that has failed. */
@Command(
        name = "retry",
        description = {
            "Has an instance of a process go on that has failed: all its commands that were refused are sent again, and"
                    + " what was held back follows.",
            "Ends with 3 if the instance has not failed, or fails again.",
            "  ./daybook processes retry fulfillment 10248"
        })
final class RetryCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** A command that is sent again is soon answered; if it is accepted, the instance need not say so. */
    private static final Duration STANDSTILL = Duration.ofSeconds(2);

    @Mixin
    private InstanceArguments arguments = new InstanceArguments();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "20",
            converter = WholeNumber.FromZero.class,
            description = "The longest wait for what becomes of it; default: ${DEFAULT-VALUE}.")
    private int wait;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        var instance = arguments.in(new Processes(target.queries()));
        var before = instance.row();
        if (!isFailed(before)) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "The instance " + instance.id() + " of " + instance.process() + " is "
                            + before.path("status").asText() + ". Only one that has failed can be retried.");
        }
        new ProcessInstructions(target.processes()).retry(instance.process(), instance.id());
        var after = await(instance, before);
        output.print(
                after.orElseGet(Json.MAPPER::createObjectNode),
                () -> output.line(after.map(RetryCommand::conclusion)
                        .orElse("It is told to go on, but nothing is seen of it yet. Look with ./daybook processes"
                                + " show "
                                + instance.process() + " " + instance.id())));
        return after.map(row -> isFailed(row) ? ExitCode.REFUSED : ExitCode.DONE)
                .orElse(ExitCode.UNDECIDED);
    }

    /** The instance once it has moved on and stands still, or as it is when the wait ends; empty if it has not moved on. */
    private Optional<JsonNode> await(Instance instance, JsonNode before) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
        var row = before;
        long end = deadline;
        while (System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            var next = instance.row();
            if (version(next) > version(row)) {
                row = next;
                end = Math.min(deadline, System.nanoTime() + STANDSTILL.toNanos());
            }
        }
        return version(row) > version(before) ? Optional.of(row) : Optional.empty();
    }

    private static long version(JsonNode row) {
        return row.path("version").asLong();
    }

    private static boolean isFailed(JsonNode row) {
        return row.path("status").asText().equals("FAILED");
    }

    private static String conclusion(JsonNode row) {
        var who = row.path("process").asText() + " " + row.path("id").asText();
        return isFailed(row)
                ? who + " has failed again: " + Biography.failure(row)
                : who + " goes on: " + row.path("status").asText();
    }
}
