package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.PAID;
import static dev.daybook.orders.order.Orders.READY;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.ready;

import dev.daybook.orders.MarkReadyToShip;
import org.junit.jupiter.api.Test;

class MarkReadyToShipTest {

    @Test
    void makes_a_confirmed_order_ready_whether_it_is_paid_or_not() {
        CONFIRMED.when(new MarkReadyToShip()).then(ready());
        PAID.when(new MarkReadyToShip()).then(ready());
    }

    @Test
    void has_nothing_to_do_when_the_order_is_ready_or_further() {
        READY.when(new MarkReadyToShip()).thenNothing();
        SHIPPED.when(new MarkReadyToShip()).thenNothing();
        DELIVERED.when(new MarkReadyToShip()).thenNothing();
    }

    @Test
    void refuses_an_order_that_can_still_change() {
        FILLED.when(new MarkReadyToShip()).thenRejected("order-not-confirmed");
    }
}
