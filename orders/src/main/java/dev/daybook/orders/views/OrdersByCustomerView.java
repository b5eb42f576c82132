package dev.daybook.orders.views;

import dev.daybook.core.Metadata;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.orders.CustomerOrder;
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
import dev.daybook.orders.order.OrderDecider;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Each customer's orders. */
final class OrdersByCustomerView {
    static final RowView<OrderEvent, CustomerOrder> VIEW = View.of(
                    "orders-by-customer", 2, OrderDecider.ORDER, CustomerOrder.class, OrdersByCustomerView::fold)
            .filteredBy("customerId", CustomerOrder::customerId)
            .filteredBy("status", OrderStatus.class, CustomerOrder::status);

    private OrdersByCustomerView() {}

    private static CustomerOrder fold(@Nullable CustomerOrder before, OrderEvent event, Metadata metadata) {
        var row = Rows.opened(before, event, created -> open(created, metadata));
        var next = switch (event) {
            case OrderCreated _, PaymentReceived _ -> row;
            case ItemAdded added -> row.withTotal(row.total().add(added.amount()));
            case ItemRemoved removed -> row.withTotal(row.total().subtract(removed.amount()));
            case OrderConfirmed _ -> row.withStatus(OrderStatus.CONFIRMED);
            case OrderReadyToShip _ -> row.withStatus(OrderStatus.READY_TO_SHIP);
            case OrderShipped _ -> row.withStatus(OrderStatus.SHIPPED);
            case OrderDelivered _ -> row.withStatus(OrderStatus.DELIVERED);
            case OrderCancelled _ -> row.withStatus(OrderStatus.CANCELLED);
            case OrderTotalCorrected corrected -> row.withTotal(corrected.correctedTotal());
        };
        return next.withVersion(metadata.version());
    }

    private static CustomerOrder open(OrderCreated created, Metadata metadata) {
        return new CustomerOrder(
                created.customerId(),
                metadata.aggregateId(),
                OrderStatus.CREATED,
                BigDecimal.ZERO,
                created.currency(),
                metadata.time(),
                metadata.version());
    }
}
