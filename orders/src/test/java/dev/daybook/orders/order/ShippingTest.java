package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.PAID;
import static dev.daybook.orders.order.Orders.READY;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.deliver;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.ship;
import static dev.daybook.orders.samples.Samples.shipped;

import dev.daybook.orders.ConfirmDelivery;
import dev.daybook.orders.OrderDelivered;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.ShipOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippingTest {

    @Test
    void ships_a_paid_order_that_is_ready() {
        READY.when(new ShipOrder("United Package", "UP-7")).then(new OrderShipped("United Package", "UP-7"));
    }

    @Test
    void ships_an_order_that_was_ready_before_it_was_paid() {
        CONFIRMED.given(ready(), paid()).when(ship()).then(shipped());
    }

    @Test
    void rejects_shipment_before_all_is_reserved() {
        PAID.when(ship()).thenRejected("order-not-ready");
        CONFIRMED.when(ship()).thenRejected("order-not-ready");
    }

    @Test
    void rejects_shipment_before_confirmation() {
        FILLED.when(ship()).thenRejected("order-not-confirmed");
    }

    @Test
    void rejects_shipment_before_payment() {
        CONFIRMED.given(ready()).when(ship()).thenRejected("order-not-paid", Map.of("amountDue", "168"));
    }

    @Test
    void rejects_a_second_shipment() {
        SHIPPED.when(ship()).thenRejected("order-already-shipped");
        DELIVERED.when(ship()).thenRejected("order-already-shipped");
    }

    @Test
    void delivers_a_shipped_order() {
        SHIPPED.when(new ConfirmDelivery("Paul Henriot")).then(new OrderDelivered("Paul Henriot"));
    }

    @Test
    void rejects_delivery_before_shipment() {
        FILLED.when(deliver()).thenRejected("order-not-shipped");
        PAID.when(deliver()).thenRejected("order-not-shipped");
        READY.when(deliver()).thenRejected("order-not-shipped");
    }

    @Test
    void rejects_a_second_delivery() {
        DELIVERED.when(deliver()).thenRejected("order-already-delivered");
    }
}
