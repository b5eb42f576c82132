package dev.daybook.testkit.determinism;

import dev.daybook.core.ProcessManager;
import dev.daybook.core.Subscription.Told;
import dev.daybook.testkit.ProcessHistory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The course of a story: what its process does about what it is told. */
final class Telling<I, S> extends Course {
    private final Story<I, S> story;
    private final ProcessManager<I, S> manager;
    private final Reactions<S> format;
    private final boolean busy;
    private S state;

    Telling(Story<I, S> story, World world) {
        super(story.length());
        this.story = story;
        this.manager = story.process().manager();
        this.format = Reactions.of(story.process());
        this.busy = world.isBusy();
        this.state = manager.initial();
    }

    @Override
    byte[] take(int number) {
        var tiding = story.tidings().get(number);
        if (busy) {
            reaction(tiding);
        }
        var reaction = reaction(tiding);
        var written = format.write(reaction);
        if (reaction instanceof Reaction.Done<S> done) {
            state = busy ? format.states().copy(done.state()) : done.state();
        }
        return written;
    }

    private Reaction<S> reaction(Tiding tiding) {
        try {
            var reaction = told(tiding).map(told -> reaction(told, tiding)).orElseGet(Reaction.Untold::new);
            format.write(reaction);
            return reaction;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            // An instance fails at these.
            return new Reaction.Failed<>(e.toString());
        }
    }

    private Optional<Told<I>> told(Tiding tiding) {
        return switch (tiding) {
            case Tiding.Happened(var event, var metadata) -> ProcessHistory.told(story.process(), event, metadata);
            case Tiding.Accepted accepted -> answered(manager.accepted(accepted.command()));
            case Tiding.Refused refused -> answered(manager.refused(refused.command(), refused.refusal()));
        };
    }

    private Optional<Told<I>> answered(@Nullable I answer) {
        return Optional.ofNullable(answer).map(input -> new Told<>(story.inbox().instanceId(), input));
    }

    private Reaction<S> reaction(Told<I> told, Tiding tiding) {
        if (!told.instanceId().equals(story.inbox().instanceId())) {
            return new Reaction.Elsewhere<>(told.instanceId());
        }
        var next = manager.evolve(state, told.input(), tiding.metadata());
        var actions = List.copyOf(manager.react(next, told.input(), tiding.metadata()));
        return new Reaction.Done<>(actions, manager.stage(next), next);
    }
}
