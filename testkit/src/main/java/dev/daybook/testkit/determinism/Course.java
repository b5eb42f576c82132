package dev.daybook.testkit.determinism;

import dev.daybook.core.Decider;
import dev.daybook.core.Metadata;
import java.util.ArrayList;
import java.util.List;

/** The course that one life takes in a world. It fails where the write side fails, and as it does. */
final class Course<C, E, S> {
    private final Life<C, E, S> life;
    private final Decider<C, E, S> decider;
    private final Verdicts<E, S> format;
    private final boolean busy;
    private final List<byte[]> verdicts = new ArrayList<>();
    private S state;
    private long version;

    private Course(Life<C, E, S> life, boolean busy) {
        this.life = life;
        this.decider = life.aggregate().decider();
        this.format = Verdicts.of(life.aggregate());
        this.busy = busy;
        this.state = decider.initial();
    }

    static <C, E, S> Course<C, E, S> of(Life<C, E, S> life, World world) {
        return new Course<>(life, world.isBusy());
    }

    int length() {
        return life.commands().size();
    }

    /** What became of each command so far. */
    List<byte[]> verdicts() {
        return verdicts;
    }

    void toTheEnd() {
        while (verdicts.size() < length()) {
            step();
        }
    }

    /** Takes the next command. */
    void step() {
        var sent = life.commands().get(verdicts.size());
        if (busy) {
            verdict(sent);
        }
        var verdict = verdict(sent);
        verdicts.add(format.write(verdict));
        if (verdict instanceof Verdict.Decided<E, S>(var decision, var next)) {
            version += decision.events().size();
            state = busy ? format.states().copy(next) : next;
        }
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
