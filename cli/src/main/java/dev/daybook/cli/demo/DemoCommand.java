package dev.daybook.cli.demo;

import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.ProgressBar;
import dev.daybook.cli.console.Terminal;
import dev.daybook.cli.stack.Launch;
import dev.daybook.cli.stack.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook demo}: the sample orders through the whole of Daybook. */
@Command(
        name = "demo",
        description = {
            "Replays the 830 orders of the Northwind sample database as commands, has them fulfilled from stock, and"
                    + " checks every figure.",
            "Uses the stack that runs on the data folder. If none does, it starts one: on a terminal that keeps"
                    + " serving until Ctrl-C, so that the URLs can be tried; otherwise, or with --exit, it ends with"
                    + " the demo. Run again, the demo adds no event. Exit code 1: the figures are not as expected."
        })
public final class DemoCommand implements Callable<Integer> {
    @ArgGroup
    private Afterwards afterwards = new Afterwards();

    @Mixin
    private Launch launch = new Launch();

    @Mixin
    private Output output = new Output();

    /** What becomes of a stack that the demo started. */
    static final class Afterwards {
        @Option(names = "--exit", description = "Stop the stack that the demo started when the demo is done.")
        private boolean exit;

        @Option(names = "--keep", description = "Keep that stack serving until Ctrl-C, on a terminal or not.")
        private boolean keep;

        boolean serve() {
            return keep || (!exit && Terminal.interactive());
        }
    }

    @Override
    public Integer call() throws Exception {
        var running = launch.dataFolder().running();
        if (running.isPresent()) {
            return run(running.get());
        }
        try (var stack = launch.start(output.remarks())) {
            int code = run(stack.running());
            if (afterwards.serve()) {
                output.remarks().println("\nThe stack keeps serving; Ctrl-C stops it.");
                output.remarks().flush();
                stack.awaitEnd();
            }
            return code;
        }
    }

    private void remark(String remark) {
        output.remarks().println(remark);
        output.remarks().flush();
    }

    private int run(RunningStack stack) throws Exception {
        boolean redraw = Terminal.interactive() && !output.json();
        output.remarks().println("\nReplaying the Northwind orders through " + stack.gateway());
        var result = new Demo(Northwind.products(), Northwind.orders(), stack, this::remark)
                .run(total -> new ProgressBar(output.remarks(), redraw, "commands", total));
        var report = new Report(result, stack);
        output.print(report.json(), () -> output.line(report.text()));
        return result.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
