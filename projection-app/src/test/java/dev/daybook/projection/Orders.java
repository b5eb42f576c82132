package dev.daybook.projection;

import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.PaymentReceived;
import java.math.BigDecimal;
import java.util.List;

/** Events of orders. */
public final class Orders {

    private Orders() {}

    public static OrderCreated created(String customerId) {
        return new OrderCreated(customerId, "USD", null);
    }

    public static ItemAdded item(String amount) {
        var price = new BigDecimal(amount);
        return new ItemAdded("chai", 1, price, BigDecimal.ZERO, price);
    }

    public static OrderConfirmed confirmed(String total) {
        return new OrderConfirmed(new BigDecimal(total), List.of());
    }

    public static PaymentReceived paid(String amount) {
        return new PaymentReceived("card", new BigDecimal(amount));
    }

    public static OrderShipped shipped(String carrier) {
        return new OrderShipped(carrier, "track-1");
    }

    public static OrderCancelled cancelled() {
        return new OrderCancelled("changed my mind", true);
    }
}
