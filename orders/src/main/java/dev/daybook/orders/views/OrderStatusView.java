package dev.daybook.orders.views;

import dev.daybook.core.Metadata;
import dev.daybook.core.Rollup;
import dev.daybook.core.View;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderDelivered;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.StatusCount;
import dev.daybook.orders.order.OrderDecider;
import org.jspecify.annotations.Nullable;

/** How many orders have each status. */
final class OrderStatusView {
    static final Rollup<OrderEvent, StatusCount> VIEW = View.rollup(
            "order-status",
            2,
            OrderDecider.ORDER,
            StatusCount.class,
            OrderStatusView::fold,
            row -> row.status().name(),
            (one, other) -> one.withOrders(one.orders() + other.orders()),
            (sum, part) -> sum.withOrders(sum.orders() - part.orders()));

    private OrderStatusView() {}

    private static StatusCount fold(@Nullable StatusCount before, OrderEvent event, Metadata metadata) {
        var row = Rows.opened(before, event, _ -> new StatusCount(OrderStatus.CREATED, 1));
        return switch (event) {
            case OrderCreated _, ItemAdded _, ItemRemoved _, PaymentReceived _, OrderTotalCorrected _ -> row;
            case OrderConfirmed _ -> row.withStatus(OrderStatus.CONFIRMED);
            case OrderReadyToShip _ -> row.withStatus(OrderStatus.READY_TO_SHIP);
            case OrderShipped _ -> row.withStatus(OrderStatus.SHIPPED);
            case OrderDelivered _ -> row.withStatus(OrderStatus.DELIVERED);
            case OrderCancelled _ -> row.withStatus(OrderStatus.CANCELLED);
        };
    }
}
