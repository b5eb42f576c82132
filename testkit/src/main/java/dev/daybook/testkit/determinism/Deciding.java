package dev.daybook.testkit.determinism;

import dev.daybook.core.Decider;
import dev.daybook.core.Metadata;
import java.util.List;

/** The course of a life: what its decider decides. */
final class Deciding<C, E, S> extends Course {
    private final Life<C, E, S> life;
    private final Decider<C, E, S> decider;
    private final Verdicts<E, S> format;
    private final boolean busy;
    private S state;
    private long version;

    Deciding(Life<C, E, S> life, World world) {
        super(life.length());
        this.life = life;
        this.decider = life.aggregate().decider();
        this.format = Verdicts.of(life.aggregate());
        this.busy = world.isBusy();
        this.state = decider.initial();
    }

    @Override
    byte[] take(int number) {
        var sent = life.commands().get(number);
        if (busy) {
            verdict(sent);
        }
        var verdict = verdict(sent);
        var written = format.write(verdict);
        if (verdict instanceof Verdict.Decided<E, S>(var decision, var next)) {
            version += decision.events().size();
            state = busy ? format.states().copy(next) : next;
        }
        return written;
    }

    private Verdict<E, S> verdict(Sent<C> sent) {
        try {
            var metadata = sent.metadata().withVersion(version);
            var decision = decider.decide(sent.command(), state, metadata);
            var decided = new Verdict.Decided<>(decision, evolve(decision.events(), metadata));
            format.write(decided);
            return decided;
        } catch (RuntimeException | StackOverflowError e) {
            return new Verdict.Failed<>(e.toString());
        }
    }

    private S evolve(List<E> events, Metadata metadata) {
        var next = state;
        for (var i = 0; i < events.size(); i++) {
            next = decider.evolve(next, events.get(i), metadata.withVersion(version + i + 1));
        }
        return next;
    }
}
