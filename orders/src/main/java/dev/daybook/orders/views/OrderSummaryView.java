package dev.daybook.orders.views;

import dev.daybook.core.Metadata;
import dev.daybook.core.RowView;
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
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.order.OrderDecider;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Every order at a glance. */
final class OrderSummaryView {
    static final RowView<OrderEvent, OrderSummary> VIEW = View.of(
                    "order-summary", 2, OrderDecider.ORDER, OrderSummary.class, OrderSummaryView::fold)
            .filteredBy("status", OrderStatus.class, OrderSummary::status)
            .filteredBy("customerId", OrderSummary::customerId);

    private OrderSummaryView() {}

    private static OrderSummary fold(@Nullable OrderSummary before, OrderEvent event, Metadata metadata) {
        var row = Rows.opened(before, event, created -> open(created, metadata));
        var next = switch (event) {
            case OrderCreated _, PaymentReceived _ -> row;
            case ItemAdded added ->
                row.withItemCount(row.itemCount() + 1).withTotal(row.total().add(added.amount()));
            case ItemRemoved removed ->
                row.withItemCount(row.itemCount() - (removed.remaining() == 0 ? 1 : 0))
                        .withTotal(row.total().subtract(removed.amount()));
            case OrderConfirmed _ -> row.withStatus(OrderStatus.CONFIRMED).withConfirmedAt(metadata.time());
            case OrderReadyToShip _ -> row.withStatus(OrderStatus.READY_TO_SHIP);
            case OrderShipped shipped ->
                row.withStatus(OrderStatus.SHIPPED)
                        .withShippedAt(metadata.time())
                        .withCarrier(shipped.carrier())
                        .withTrackingNumber(shipped.trackingNumber());
            case OrderDelivered _ -> row.withStatus(OrderStatus.DELIVERED);
            case OrderCancelled _ -> row.withStatus(OrderStatus.CANCELLED);
            case OrderTotalCorrected corrected -> row.withTotal(corrected.correctedTotal());
        };
        return next.withVersion(metadata.version());
    }

    private static OrderSummary open(OrderCreated created, Metadata metadata) {
        return new OrderSummary(
                metadata.aggregateId(),
                created.customerId(),
                OrderStatus.CREATED,
                0,
                BigDecimal.ZERO,
                created.currency(),
                metadata.time(),
                null,
                null,
                null,
                null,
                metadata.version());
    }
}
