package dev.daybook.orders.fulfillment;

import dev.daybook.core.Metadata;
import dev.daybook.core.Subscription.Told;
import dev.daybook.orders.InventoryEvent;
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
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import org.jspecify.annotations.Nullable;

/** What the events of orders and of stock say to a fulfillment. */
final class Hearing {
    private Hearing() {}

    static @Nullable Told<FulfillmentInput> ofOrder(OrderEvent event, Metadata metadata) {
        var orderId = metadata.aggregateId();
        return switch (event) {
            case OrderConfirmed confirmed ->
                new Told<>(orderId, new FulfillmentInput.Confirmed(orderId, confirmed.lines()));
            case PaymentReceived _ -> new Told<>(orderId, new FulfillmentInput.Paid());
            case OrderShipped _ -> new Told<>(orderId, new FulfillmentInput.Shipped());
            case OrderCancelled cancelled ->
                cancelled.confirmed() ? new Told<>(orderId, new FulfillmentInput.Cancelled()) : null;
            case OrderCreated _,
                    ItemAdded _,
                    ItemRemoved _,
                    OrderReadyToShip _,
                    OrderDelivered _,
                    OrderTotalCorrected _ -> null;
        };
    }

    static @Nullable Told<FulfillmentInput> ofInventory(InventoryEvent event, Metadata metadata) {
        var productId = metadata.aggregateId();
        return switch (event) {
            case StockReserved reserved ->
                new Told<>(reserved.orderId(), new FulfillmentInput.Reserved(productId, reserved.quantity()));
            case StockRejected rejected ->
                new Told<>(rejected.orderId(), new FulfillmentInput.Rejected(productId, rejected.quantity()));
            case StockReleased released -> new Told<>(released.orderId(), new FulfillmentInput.Released(productId));
            case StockShipped shipped -> new Told<>(shipped.orderId(), new FulfillmentInput.Left(productId));
            case StockReceived _, StockDepleted _ -> null;
        };
    }
}
