package dev.daybook.cli.deadletters;

import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook dead-letters retry}: has parked events folded. */
@Command(
        name = "retry",
        description = "Folds the parked events of an aggregate in their order, up to the first that fails again.")
final class RetryCommand implements Callable<Integer> {
    @Mixin
    private Letter letter = new Letter();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var release = target.queries().release(letter.view(), letter.id(), "retry", Map.of());
        return Released.report(release, output);
    }
}
