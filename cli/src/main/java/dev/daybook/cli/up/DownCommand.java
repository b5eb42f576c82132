package dev.daybook.cli.up;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook down}: stops a running stack in order. */
@Command(name = "down", description = "Stops the stack that runs on the data folder, in order, and waits for its end.")
public final class DownCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 60;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var running = target.running();
        running.ifPresent(stack -> stop(stack.pid()));
        output.print(
                Json.MAPPER.createObjectNode().put("stopped", running.isPresent()),
                () -> output.line(running.map(stack -> "Stopped process " + stack.pid() + ".")
                        .orElse("No stack runs on " + target.dataFolder().root() + ".")));
        return ExitCode.DONE;
    }

    private static void stop(long pid) {
        var process = ProcessHandle.of(pid);
        try {
            if (process.isPresent() && process.get().destroy()) {
                process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "Process " + pid + " did not end within " + PATIENCE_SECONDS + " s.", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new CommandFailure(ExitCode.FAILED, "Could not wait for the end of process " + pid + ": " + e, e);
        }
    }
}
