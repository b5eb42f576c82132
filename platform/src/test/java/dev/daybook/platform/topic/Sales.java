package dev.daybook.platform.topic;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.View;
import java.util.List;

/** A context with one type of aggregate that never decides anything: only the topics count here. */
record Sales(String name) implements BoundedContext, Decider<String, String, String> {
    static final List<BoundedContext> CONTEXTS = List.of(new Sales("sales"));
    static final String COMMANDS = "sales.order.commands";
    static final String EVENTS = "sales.order.events";
    static final String REPLIES = "sales.replies";
    static final String DEAD_LETTERS = "sales.dead-letters";
    static final String VIEW_BUILDS = "sales.view-builds";

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(new Aggregate<>("order", String.class, String.class, String.class, this));
    }

    @Override
    public List<View<?, ?>> views() {
        return List.of();
    }

    @Override
    public String initial() {
        return "";
    }

    @Override
    public Decision<String> decide(String command, String state, Metadata metadata) {
        return Decision.nothing();
    }

    @Override
    public String evolve(String state, String event, Metadata metadata) {
        return state;
    }
}
