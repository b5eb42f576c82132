package dev.daybook.cli.deadletters;

import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook dead-letters discard}: drops a parked event. */
@Command(
        name = "discard",
        description = {
            "Drops the first parked event of an aggregate, and folds those that wait behind it, up to the next that"
                    + " fails.",
            "What is dropped stays in the log, but the view never shows it."
        })
final class DiscardCommand implements Callable<Integer> {
    @Mixin
    private Letter letter = new Letter();

    @Option(names = "--all", description = "Drop all of them.")
    private boolean all;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var release =
                target.queries().release(letter.view(), letter.id(), "discard", Map.of("all", Boolean.toString(all)));
        return Released.report(release, output);
    }
}
