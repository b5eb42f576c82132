package dev.daybook.cli.topics;

import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook topics apply}: makes the topics as the file says. */
@Command(
        name = "apply",
        description = "Makes the topics as the file says. It never deletes a topic, and refuses what would lose or"
                + " misplace records. Exit code 3: something was refused.")
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws Exception {
        try (var admin = cluster.admin()) {
            var plan = cluster.plan(admin);
            plan.apply(admin);
            output.print(PlanReport.json(plan), () -> output.line(PlanReport.text(plan)));
            return plan.refused().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }
}
