package dev.daybook.testkit.determinism;

import dev.daybook.testkit.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first message of a story of which two worlds make something else.
 *
 * @param number counts it from 0
 */
record DoneDifferently<S>(Story<?, S> story, int number, Reaction<S> quiet, Reaction<S> busy) implements Difference {

    static <S> Optional<DoneDifferently<S>> find(Story<?, S> story, List<Reaction<S>> quiet, List<Reaction<S>> busy) {
        for (var i = 0; i < quiet.size(); i++) {
            if (!quiet.get(i).equals(busy.get(i))) {
                return Optional.of(new DoneDifferently<>(story, i, quiet.get(i), busy.get(i)));
            }
        }
        return Optional.empty();
    }

    @Override
    public String whose() {
        return story.process().name();
    }

    @Override
    public String transcript() {
        var tiding = story.tidings().get(number);
        var before = story.tidings().subList(0, number).stream()
                .map(Tiding::toString)
                .collect(Collectors.joining("\n"));
        return Transcript.section("process", whose() + " " + story.inbox().instanceId())
                + Transcript.section("given", before.isEmpty() ? "nothing" : before)
                + Transcript.section("when", tiding.toString())
                + Transcript.section("with", tiding.metadata().toString())
                + Transcript.section(World.QUIET.label(), text(quiet))
                + Transcript.section(World.BUSY.label(), text(busy));
    }

    private String text(Reaction<S> reaction) {
        return switch (reaction) {
            case Reaction.Done<S>(var actions, var stage, var state) ->
                "tells " + story.inbox().instanceId() + "\n" + Transcript.actions(actions) + "\nand is then " + stage
                        + " " + state;
            case Reaction.Elsewhere<S>(var instanceId) -> "tells " + instanceId;
            case Reaction.Untold<S>() -> "tells nobody";
            case Reaction.Failed<S>(var thrown) -> "threw " + thrown;
        };
    }
}
