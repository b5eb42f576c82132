package dev.daybook.cli.up;

import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Launch;
import dev.daybook.cli.stack.RunningStack;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code daybook up}: a whole Daybook on this machine until it is told to end. */
@Command(
        name = "up",
        description = {
            "Starts everything on this machine: a Kafka broker, a schema registry, the topics, and the four apps.",
            "Says when the first command can be taken, and serves until Ctrl-C or ./daybook down. What was accepted"
                    + " is kept in the data folder, whatever ends the process."
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private Launch launch = new Launch();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws Exception {
        try (var stack = launch.start(out())) {
            print(stack.running());
            stack.awaitEnd();
        }
        return ExitCode.DONE;
    }

    private void print(RunningStack stack) {
        out().println();
        out().println(table(stack));
        out().println();
        out().println("Try, in another terminal:");
        out().println("  ./daybook submit order A-1 create-order '{\"customerId\": \"ALFKI\"}'" + launch.dataOption());
        out().println("  ./daybook timeline order A-1" + launch.dataOption());
        out().println();
        out().println("Ctrl-C stops it.");
        out().flush();
    }

    private static Table table(RunningStack stack) {
        var table = new Table()
                .row("commands", stack.gateway(), "the API at " + stack.gateway() + "/docs")
                .row("queries", stack.queries(), "the API at " + stack.queries() + "/docs")
                .row("Kafka", stack.bootstrapServers())
                .row("registry", stack.registry())
                .row("processor", stack.processorAdmin() + "/metrics")
                .row("processes", stack.processes() + "/metrics");
        stack.instances().stream()
                .filter(instance -> instance.pid() != stack.pid())
                .forEach(instance -> table.row(instance.name(), instance.url(), "process " + instance.pid()));
        return table;
    }

    private PrintWriter out() {
        if (command == null) {
            throw new IllegalStateException("The command is used outside of picocli");
        }
        return command.commandLine().getOut();
    }
}
