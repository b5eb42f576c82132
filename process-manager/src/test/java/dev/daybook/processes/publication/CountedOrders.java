package dev.daybook.processes.publication;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.Publication;
import dev.daybook.core.View;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.StatusCount;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Orders that remember how many events they have, and tell others when they are confirmed.
 *
 * @param broken at which events the translation throws
 */
record CountedOrders(Predicate<OrderEvent> broken) implements BoundedContext {
    CountedOrders() {
        this(event -> false);
    }

    Publication<OrderEvent, StatusCount, StatusCount> publication() {
        return new Publication<>(
                new Aggregate<>("order", OrderCommand.class, OrderEvent.class, StatusCount.class, new Counting()),
                StatusCount.class,
                this::translate);
    }

    private @Nullable StatusCount translate(OrderEvent event, StatusCount state, Metadata metadata) {
        if (broken.test(event)) {
            throw new IllegalStateException("broken translation");
        }
        return event instanceof OrderConfirmed ? state : null;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(publication().aggregate());
    }

    @Override
    public List<View<?, ?>> views() {
        return List.of();
    }

    @Override
    public List<Publication<?, ?, ?>> publications() {
        return List.of(publication());
    }

    private static final class Counting implements Decider<OrderCommand, OrderEvent, StatusCount> {
        @Override
        public StatusCount initial() {
            return new StatusCount(OrderStatus.CREATED, 0);
        }

        @Override
        public Decision<OrderEvent> decide(OrderCommand command, StatusCount state, Metadata metadata) {
            throw new UnsupportedOperationException("Nothing is decided here");
        }

        @Override
        public StatusCount evolve(StatusCount state, OrderEvent event, Metadata metadata) {
            var status = event instanceof ItemAdded ? state.status() : OrderStatus.CONFIRMED;
            return new StatusCount(status, state.orders() + 1);
        }
    }
}
