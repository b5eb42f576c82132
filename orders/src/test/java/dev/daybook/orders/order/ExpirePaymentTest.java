package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CANCELLED;
import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.NO_ORDER;
import static dev.daybook.orders.order.Orders.PAID;
import static dev.daybook.orders.order.Orders.READY;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.ready;

import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.OrderCancelled;
import org.junit.jupiter.api.Test;

class ExpirePaymentTest {

    @Test
    void cancels_an_order_that_is_not_paid() {
        CONFIRMED.when(new ExpirePayment()).then(new OrderCancelled("not paid in time", true));
        CONFIRMED.given(ready()).when(new ExpirePayment()).then(new OrderCancelled("not paid in time", true));
    }

    @Test
    void has_nothing_to_do_when_the_order_is_paid_or_cancelled() {
        PAID.when(new ExpirePayment()).thenNothing();
        READY.when(new ExpirePayment()).thenNothing();
        SHIPPED.when(new ExpirePayment()).thenNothing();
        DELIVERED.when(new ExpirePayment()).thenNothing();
        CANCELLED.when(new ExpirePayment()).thenNothing();
    }

    @Test
    void refuses_to_expire_what_is_not_due_yet() {
        FILLED.when(new ExpirePayment()).thenRejected("order-not-confirmed");
        NO_ORDER.when(new ExpirePayment()).thenRejected("order-not-found");
    }
}
