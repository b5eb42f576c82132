package dev.daybook.testkit.determinism;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import java.math.BigDecimal;

/** A decider that cancels whatever it is asked for, for a reason of its own, and counts how often it did. */
record Suspect(Reason reason) implements Decider<OrderCommand, OrderEvent, OrderLine> {
    static final String PRODUCT = "tofu";

    /** Why this command is not done. */
    interface Reason {
        String of(OrderCommand command, OrderLine state, Metadata metadata);
    }

    Aggregate<OrderCommand, OrderEvent, OrderLine> aggregate(String type) {
        return new Aggregate<>(type, OrderCommand.class, OrderEvent.class, OrderLine.class, this);
    }

    @Override
    public OrderLine initial() {
        return new OrderLine(PRODUCT, 0, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Override
    public Decision<OrderEvent> decide(OrderCommand command, OrderLine state, Metadata metadata) {
        return Decision.accept(new OrderCancelled(reason.of(command, state, metadata), true));
    }

    @Override
    public OrderLine evolve(OrderLine state, OrderEvent event, Metadata metadata) {
        return state.withQuantity(state.quantity() + 1);
    }
}
