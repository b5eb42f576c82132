package dev.daybook.testkit.determinism;

import dev.daybook.testkit.Recorded;
import dev.daybook.testkit.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first command of a life that two worlds decide differently.
 *
 * @param before what both worlds made of the commands before it
 */
record DecidedDifferently<C, E, S>(Sent<C> sent, List<Recorded<E>> before, Verdict<E, S> quiet, Verdict<E, S> busy)
        implements Difference {

    static <C, E, S> Optional<DecidedDifferently<C, E, S>> find(
            Life<C, E, S> life, List<Verdict<E, S>> quiet, List<Verdict<E, S>> busy) {
        var before = new ArrayList<Recorded<E>>();
        for (var i = 0; i < quiet.size(); i++) {
            var sent = life.commands().get(i);
            if (!quiet.get(i).equals(busy.get(i))) {
                return Optional.of(new DecidedDifferently<>(sent, before, quiet.get(i), busy.get(i)));
            }
            if (quiet.get(i) instanceof Verdict.Decided<E, S> decided) {
                decided.decision()
                        .events()
                        .forEach(event ->
                                before.add(new Recorded<>(event, sent.metadata().withVersion(before.size() + 1))));
            }
        }
        return Optional.empty();
    }

    @Override
    public String whose() {
        return sent.metadata().aggregate();
    }

    @Override
    public String transcript() {
        return Transcript.section(
                        "aggregate",
                        sent.metadata().aggregate() + " " + sent.metadata().aggregateId())
                + Transcript.given(before)
                + Transcript.section("when", sent.command().toString())
                + Transcript.section(
                        "with", sent.metadata().withVersion(before.size()).toString())
                + Transcript.section(World.QUIET.label(), text(quiet))
                + Transcript.section(World.BUSY.label(), text(busy));
    }

    private String text(Verdict<E, S> verdict) {
        return switch (verdict) {
            case Verdict.Decided<E, S>(var decision, var state) ->
                Transcript.outcome(decision, before.size()) + "\nand is then " + state;
            case Verdict.Failed<E, S>(var thrown) -> "threw " + thrown;
        };
    }
}
