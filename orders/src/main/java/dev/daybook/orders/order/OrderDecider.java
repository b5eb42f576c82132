package dev.daybook.orders.order;

import static dev.daybook.orders.order.Refusal.ORDER_CANCELLED;
import static dev.daybook.orders.order.Refusal.ORDER_NOT_FOUND;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmDelivery;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.NoOrder;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.RemoveItem;
import dev.daybook.orders.ShipOrder;
import java.util.function.Function;

/**
 * The behaviour of an order. A command meets the rules in this order, and the first that it breaks answers: its own
 * values, then whether there is such an order, whether it is cancelled, and last what the order's stage and lines allow.
 */
public final class OrderDecider implements Decider<OrderCommand, OrderEvent, OrderState> {
    /** The aggregate {@code order}. */
    public static final Aggregate<OrderCommand, OrderEvent, OrderState> ORDER =
            new Aggregate<>("order", OrderCommand.class, OrderEvent.class, OrderState.class, new OrderDecider());

    @Override
    public OrderState initial() {
        return new NoOrder();
    }

    @Override
    public Decision<OrderEvent> decide(OrderCommand command, OrderState state, Metadata metadata) {
        return Values.fault(command).orElseGet(() -> decide(command, state));
    }

    private static Decision<OrderEvent> decide(OrderCommand command, OrderState state) {
        return switch (command) {
            case CreateOrder create -> Stages.create(create, state);
            case AddItem item -> inForce(state, order -> Items.add(item, order));
            case RemoveItem item -> inForce(state, order -> Items.remove(item, order));
            case ConfirmOrder _ -> inForce(state, Stages::confirm);
            case RecordPayment payment -> inForce(state, order -> Payments.record(payment, order));
            case ExpirePayment _ -> existing(state, Payments::expire);
            case MarkReadyToShip _ -> inForce(state, Stages::ready);
            case ShipOrder shipment -> inForce(state, order -> Stages.ship(shipment, order));
            case ConfirmDelivery delivery -> inForce(state, order -> Stages.deliver(delivery, order));
            case CancelOrder cancellation -> existing(state, order -> Stages.cancel(cancellation, order));
            case CorrectTotal correction -> inForce(state, order -> Payments.correct(correction, order));
        };
    }

    private static Decision<OrderEvent> existing(OrderState state, Function<Order, Decision<OrderEvent>> rules) {
        return switch (state) {
            case NoOrder _ -> ORDER_NOT_FOUND.because("Expected an order, but none was created under this id");
            case Order order -> rules.apply(order);
        };
    }

    private static Decision<OrderEvent> inForce(OrderState state, Function<Order, Decision<OrderEvent>> rules) {
        return existing(
                state,
                order -> order.status() == OrderStatus.CANCELLED
                        ? ORDER_CANCELLED.because(
                                "Expected an order in force, but it was cancelled at " + order.cancelledAt())
                        : rules.apply(order));
    }

    @Override
    public OrderState evolve(OrderState state, OrderEvent event, Metadata metadata) {
        return Evolution.evolve(state, event, metadata.time());
    }
}
