package dev.daybook.cli.stack;

import dev.daybook.cli.console.Steps;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command starts a stack: where its data is, where it listens, how many instances it has. */
public final class Launch {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that keeps everything; default: data beside the daybook script.")
    private @Nullable Path data;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where the APIs listen; ${DEFAULT-VALUE}. The rest is for this machine only.")
    private String host = "";

    @Mixin
    private Ports ports = new Ports();

    @Mixin
    private Fleet fleet = new Fleet();

    /** What the commands for this stack need behind them to find it. */
    public String dataOption() {
        return data == null ? "" : " --data " + data;
    }

    public DataFolder dataFolder() {
        return data == null ? DataFolder.standard() : new DataFolder(data);
    }

    /**
     * Starts a stack, printing each step, and returns when it can take the first command. A signal to end the process
     * closes it in order, even while it starts.
     */
    public LocalStack start(PrintWriter out) throws Exception {
        fleet.require();
        var steps = new Steps(out);
        var folder = dataFolder();
        out.println("Starting Daybook; its data is in " + folder.root());
        out.flush();
        Logs.to(folder.log());
        var stack = new LocalStack(new Plan(folder, host, ports, fleet));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "daybook-shutdown"));
        try {
            stack.start(steps);
        } catch (Exception e) {
            stack.close();
            throw e;
        }
        out.printf("Ready after %.1f s.%n", steps.elapsed());
        out.flush();
        return stack;
    }
}
