package dev.daybook.orders.order;

import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.NoOrder;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderDelivered;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What each event makes of an order. */
final class Evolution {
    private Evolution() {}

    static Order evolve(OrderState state, OrderEvent event, Instant time) {
        return switch (event) {
            case OrderCreated created -> open(created, time);
            case ItemAdded added -> plus(added, order(state, event));
            case ItemRemoved removed -> minus(removed, order(state, event));
            case OrderConfirmed _ ->
                order(state, event).withStatus(OrderStatus.CONFIRMED).withConfirmedAt(time);
            case PaymentReceived _ -> order(state, event).withPaid(true).withPaidAt(time);
            case OrderReadyToShip _ -> order(state, event).withStatus(OrderStatus.READY_TO_SHIP);
            case OrderShipped shipped ->
                order(state, event)
                        .withStatus(OrderStatus.SHIPPED)
                        .withCarrier(shipped.carrier())
                        .withTrackingNumber(shipped.trackingNumber())
                        .withShippedAt(time);
            case OrderDelivered delivered ->
                order(state, event)
                        .withStatus(OrderStatus.DELIVERED)
                        .withSignedBy(delivered.signedBy())
                        .withDeliveredAt(time);
            case OrderCancelled cancelled ->
                order(state, event)
                        .withStatus(OrderStatus.CANCELLED)
                        .withCancellationReason(cancelled.reason())
                        .withCancelledAt(time);
            case OrderTotalCorrected corrected -> order(state, event).withTotal(corrected.correctedTotal());
        };
    }

    private static Order order(OrderState state, OrderEvent event) {
        return switch (state) {
            case Order order -> order;
            case NoOrder _ ->
                throw new IllegalStateException("Expected OrderCreated to come first, but found " + event);
        };
    }

    private static Order open(OrderCreated created, Instant time) {
        return new Order(
                OrderStatus.CREATED,
                created.customerId(),
                created.currency(),
                created.shipTo(),
                List.of(),
                BigDecimal.ZERO,
                false,
                time,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Order plus(ItemAdded added, Order order) {
        var lines = new ArrayList<>(order.lines());
        lines.add(new OrderLine(
                added.productId(), added.quantity(), added.unitPrice(), added.discount(), added.amount()));
        return order.withLines(lines).withTotal(order.total().add(added.amount()));
    }

    /** A removal always meets the last line of its product: {@link Items#remove} takes them in that order. */
    private static Order minus(ItemRemoved removed, Order order) {
        var lines = new ArrayList<>(order.lines());
        int last = lines.stream().map(OrderLine::productId).toList().lastIndexOf(removed.productId());
        if (removed.remaining() == 0) {
            lines.remove(last);
        } else {
            lines.set(last, shorten(lines.get(last), removed));
        }
        return order.withLines(lines).withTotal(order.total().subtract(removed.amount()));
    }

    private static OrderLine shorten(OrderLine line, ItemRemoved removed) {
        return line.withQuantity(removed.remaining()).withAmount(line.amount().subtract(removed.amount()));
    }
}
