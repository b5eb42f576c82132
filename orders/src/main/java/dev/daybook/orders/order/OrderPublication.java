package dev.daybook.orders.order;

import dev.daybook.core.Metadata;
import dev.daybook.core.Publication;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.ItemRemoved;
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
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.published.OrderCancelledV1;
import dev.daybook.orders.published.OrderConfirmedV1;
import dev.daybook.orders.published.OrderDeliveredV1;
import dev.daybook.orders.published.OrderIntegrationEvent;
import dev.daybook.orders.published.OrderPaidV1;
import dev.daybook.orders.published.OrderShippedV1;
import dev.daybook.orders.published.OrderTotalCorrectedV1;
import dev.daybook.orders.published.PublishedLine;
import org.jspecify.annotations.Nullable;

/** What others are told of orders: those that are binding, and what becomes of them. */
public final class OrderPublication {
    /** The integration events of orders. */
    public static final Publication<OrderEvent, OrderState, OrderIntegrationEvent> PUBLICATION =
            new Publication<>(OrderDecider.ORDER, OrderIntegrationEvent.class, OrderPublication::translate);

    private OrderPublication() {}

    private static @Nullable OrderIntegrationEvent translate(OrderEvent event, OrderState state, Metadata metadata) {
        return switch (state) {
            case NoOrder _ -> null;
            case Order order -> translate(event, order, metadata);
        };
    }

    private static @Nullable OrderIntegrationEvent translate(OrderEvent event, Order order, Metadata metadata) {
        var orderId = metadata.aggregateId();
        var time = metadata.time();
        return switch (event) {
            case OrderConfirmed confirmed -> confirmed(orderId, confirmed, order, metadata);
            case OrderTotalCorrected corrected ->
                new OrderTotalCorrectedV1(orderId, order.currency(), corrected.correctedTotal(), time);
            case PaymentReceived payment -> new OrderPaidV1(orderId, order.currency(), payment.amount(), time);
            case OrderShipped shipped -> new OrderShippedV1(orderId, shipped.carrier(), shipped.trackingNumber(), time);
            case OrderDelivered _ -> new OrderDeliveredV1(orderId, time);
            case OrderCancelled cancelled ->
                order.confirmedAt() == null ? null : new OrderCancelledV1(orderId, cancelled.reason(), time);
            case OrderCreated _, ItemAdded _, ItemRemoved _, OrderReadyToShip _ -> null;
        };
    }

    /** The lines are the order's: the event did not always tell them. */
    private static OrderConfirmedV1 confirmed(
            String orderId, OrderConfirmed confirmed, Order order, Metadata metadata) {
        var lines = Items.perProduct(order).stream()
                .map(line -> new PublishedLine(line.productId(), line.quantity()))
                .toList();
        return new OrderConfirmedV1(
                orderId, order.customerId(), order.currency(), confirmed.total(), lines, metadata.time());
    }
}
