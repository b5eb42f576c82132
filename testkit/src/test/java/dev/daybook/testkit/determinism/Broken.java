package dev.daybook.testkit.determinism;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.View;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import java.util.List;

/** A context whose only decider no process survives. */
final class Broken implements BoundedContext {
    static final Aggregate<OrderCommand, OrderEvent, OrderLine> BROKEN = new Suspect((_, _, _) -> {
                throw new NoClassDefFoundError("dev/daybook/testkit/Forgotten");
            })
            .aggregate("broken");

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(BROKEN);
    }

    @Override
    public List<View<?, ?>> views() {
        return List.of();
    }
}
