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
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.ShippedOrder;
import dev.daybook.orders.order.OrderDecider;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The orders that are on their way or arrived. A row gathers what it shows from the order's first event on. */
final class ShippedOrdersView {
    static final RowView<OrderEvent, ShippedOrder> VIEW = View.of(
                    "shipped-orders", 1, OrderDecider.ORDER, ShippedOrder.class, ShippedOrdersView::fold)
            .listing(row -> row.shippedAt() != null)
            .filteredBy("customerId", ShippedOrder::customerId)
            .filteredBy("carrier", ShippedOrder::carrier);

    private ShippedOrdersView() {}

    private static ShippedOrder fold(@Nullable ShippedOrder before, OrderEvent event, Metadata metadata) {
        var row = Rows.opened(before, event, created -> open(created, metadata));
        var next = switch (event) {
            case OrderCreated _, OrderConfirmed _, PaymentReceived _, OrderReadyToShip _, OrderCancelled _ -> row;
            case ItemAdded added -> row.withTotal(row.total().add(added.amount()));
            case ItemRemoved removed -> row.withTotal(row.total().subtract(removed.amount()));
            case OrderShipped shipped ->
                row.withCarrier(shipped.carrier())
                        .withTrackingNumber(shipped.trackingNumber())
                        .withShippedAt(metadata.time());
            case OrderDelivered delivered ->
                row.withSignedBy(delivered.signedBy()).withDeliveredAt(metadata.time());
            case OrderTotalCorrected corrected -> row.withTotal(corrected.correctedTotal());
        };
        return next.withVersion(metadata.version());
    }

    private static ShippedOrder open(OrderCreated created, Metadata metadata) {
        return new ShippedOrder(
                metadata.aggregateId(),
                created.customerId(),
                BigDecimal.ZERO,
                created.currency(),
                created.shipTo(),
                null,
                null,
                null,
                null,
                null,
                metadata.version());
    }
}
