package dev.daybook.processor.topology;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.View;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.order.OrderDecider;
import java.util.List;

/** Orders whose decider breaks on some commands: on cancellations it throws, and with the customer "endless" it never ends. */
final class FaultyOrders implements BoundedContext, Decider<OrderCommand, OrderEvent, OrderState> {
    private final OrderDecider sound = new OrderDecider();

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(new Aggregate<>("order", OrderCommand.class, OrderEvent.class, OrderState.class, this));
    }

    @Override
    public List<View<?, ?>> views() {
        return List.of();
    }

    @Override
    public OrderState initial() {
        return sound.initial();
    }

    @Override
    public Decision<OrderEvent> decide(OrderCommand command, OrderState state, Metadata metadata) {
        return switch (command) {
            case CancelOrder(var reason) -> throw new IllegalStateException("cannot cancel for " + reason);
            case CreateOrder create
            when create.customerId().equals("endless") -> decide(create, state, metadata.withVersion(1));
            default -> sound.decide(command, state, metadata);
        };
    }

    @Override
    public OrderState evolve(OrderState state, OrderEvent event, Metadata metadata) {
        return sound.evolve(state, event, metadata);
    }
}
