package dev.daybook.orders.order;

import static dev.daybook.orders.order.Refusal.ORDER_ALREADY_DELIVERED;
import static dev.daybook.orders.order.Refusal.ORDER_ALREADY_SHIPPED;
import static dev.daybook.orders.order.Refusal.ORDER_EMPTY;
import static dev.daybook.orders.order.Refusal.ORDER_EXISTS;
import static dev.daybook.orders.order.Refusal.ORDER_NOT_CONFIRMED;
import static dev.daybook.orders.order.Refusal.ORDER_NOT_PAID;
import static dev.daybook.orders.order.Refusal.ORDER_NOT_READY;
import static dev.daybook.orders.order.Refusal.ORDER_NOT_SHIPPED;

import dev.daybook.core.Decision;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmDelivery;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.NoOrder;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderDelivered;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.ShipOrder;
import java.util.Locale;
import java.util.Map;

/** The stages of an order: created, confirmed, ready to ship, shipped and delivered, or cancelled before it is shipped. */
final class Stages {
    private Stages() {}

    static Decision<OrderEvent> create(CreateOrder create, OrderState state) {
        return switch (state) {
            case NoOrder _ ->
                Decision.accept(new OrderCreated(create.customerId(), create.currency(), create.shipTo()));
            case Order order ->
                ORDER_EXISTS.because("Expected an id that no order has, but one has it and is " + of(order));
        };
    }

    static Decision<OrderEvent> confirm(Order order) {
        if (order.status() != OrderStatus.CREATED) {
            return Decision.nothing();
        }
        if (order.lines().isEmpty()) {
            return ORDER_EMPTY.because("Expected an order with at least one line, but it has none");
        }
        return Decision.accept(new OrderConfirmed(order.total(), Items.perProduct(order)));
    }

    static Decision<OrderEvent> ready(Order order) {
        return switch (order.status()) {
            case CREATED -> notConfirmed(order);
            case CONFIRMED -> Decision.accept(new OrderReadyToShip());
            case READY_TO_SHIP, SHIPPED, DELIVERED, CANCELLED -> Decision.nothing();
        };
    }

    static Decision<OrderEvent> ship(ShipOrder shipment, Order order) {
        return switch (order.status()) {
            case CREATED -> notConfirmed(order);
            case CONFIRMED ->
                ORDER_NOT_READY.because(
                        "Expected an order that is ready to ship, but what it needs is not reserved yet");
            case READY_TO_SHIP -> order.paid() ? shipped(shipment) : notPaid(order);
            case SHIPPED, DELIVERED, CANCELLED -> alreadyShipped(order);
        };
    }

    private static Decision<OrderEvent> shipped(ShipOrder shipment) {
        return Decision.accept(new OrderShipped(shipment.carrier(), shipment.trackingNumber()));
    }

    private static Decision<OrderEvent> notPaid(Order order) {
        return ORDER_NOT_PAID.because(
                "Expected a paid order, but " + Amounts.due(order) + " are due",
                Map.of("amountDue", Amounts.plain(order.total())));
    }

    static Decision<OrderEvent> deliver(ConfirmDelivery delivery, Order order) {
        if (order.status() == OrderStatus.DELIVERED) {
            return ORDER_ALREADY_DELIVERED.because(
                    "Expected an order on its way, but it was delivered at " + order.deliveredAt());
        }
        if (order.status() != OrderStatus.SHIPPED) {
            return ORDER_NOT_SHIPPED.because("Expected an order on its way, but it is " + of(order));
        }
        return Decision.accept(new OrderDelivered(delivery.signedBy()));
    }

    static Decision<OrderEvent> cancel(CancelOrder cancellation, Order order) {
        return switch (order.status()) {
            case CREATED -> Decision.accept(new OrderCancelled(cancellation.reason(), false));
            case CONFIRMED, READY_TO_SHIP -> Decision.accept(new OrderCancelled(cancellation.reason(), true));
            case SHIPPED, DELIVERED -> alreadyShipped(order);
            case CANCELLED -> Decision.nothing();
        };
    }

    static Decision<OrderEvent> notConfirmed(Order order) {
        return ORDER_NOT_CONFIRMED.because("Expected a confirmed order, but it is " + of(order));
    }

    private static Decision<OrderEvent> alreadyShipped(Order order) {
        return ORDER_ALREADY_SHIPPED.because(
                "Expected an order that is still here, but it was shipped at " + order.shippedAt());
    }

    /** The stage of an order, for a person. */
    static String of(Order order) {
        return order.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
