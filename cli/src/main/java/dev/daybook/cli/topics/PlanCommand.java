package dev.daybook.cli.topics;

import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook topics plan}: the difference, which it leaves as it is. */
@Command(name = "plan", description = "Shows what apply would change, and what it would refuse to.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws Exception {
        try (var admin = cluster.admin()) {
            var plan = cluster.plan(admin);
            output.print(PlanReport.json(plan), () -> output.line(PlanReport.text(plan)));
        }
        return ExitCode.DONE;
    }
}
