package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CANCELLED;
import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.EMPTY;
import static dev.daybook.orders.order.Orders.PAID;
import static dev.daybook.orders.order.Orders.READY;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.add;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.deliver;
import static dev.daybook.orders.samples.Samples.pay;
import static dev.daybook.orders.samples.Samples.remove;
import static dev.daybook.orders.samples.Samples.ship;

import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CancelOrderTest {
    private static final CancelOrder CANCEL = new CancelOrder("out of stock");

    @Test
    void cancels_an_order_that_is_not_shipped() {
        EMPTY.when(CANCEL).then(new OrderCancelled("out of stock", false));
        CONFIRMED.when(CANCEL).then(new OrderCancelled("out of stock", true));
        PAID.when(CANCEL).then(new OrderCancelled("out of stock", true));
        READY.when(CANCEL).then(new OrderCancelled("out of stock", true));
    }

    @Test
    void refuses_to_cancel_what_is_shipped() {
        SHIPPED.when(CANCEL).thenRejected("order-already-shipped");
        DELIVERED.when(CANCEL).thenRejected("order-already-shipped");
    }

    @Test
    void has_nothing_to_do_when_the_order_is_cancelled() {
        CANCELLED.when(CANCEL).thenNothing();
    }

    @ParameterizedTest
    @MethodSource("others")
    void refuses_all_else_after_cancellation(OrderCommand command) {
        CANCELLED.when(command).thenRejected("order-cancelled");
    }

    static List<OrderCommand> others() {
        return List.of(
                add(),
                remove(1),
                new ConfirmOrder(),
                pay("168"),
                new MarkReadyToShip(),
                ship(),
                deliver(),
                new CorrectTotal(amount("1"), "agreed by phone"));
    }
}
