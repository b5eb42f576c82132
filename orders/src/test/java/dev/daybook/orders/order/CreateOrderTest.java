package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CANCELLED;
import static dev.daybook.orders.order.Orders.EMPTY;
import static dev.daybook.orders.order.Orders.NO_ORDER;
import static dev.daybook.orders.samples.Samples.REIMS;
import static dev.daybook.orders.samples.Samples.add;
import static dev.daybook.orders.samples.Samples.createOrder;
import static dev.daybook.orders.samples.Samples.deliver;
import static dev.daybook.orders.samples.Samples.pay;
import static dev.daybook.orders.samples.Samples.remove;
import static dev.daybook.orders.samples.Samples.ship;

import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.NoOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderCreated;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreateOrderTest {

    @Test
    void starts_without_an_order() {
        NO_ORDER.thenState(new NoOrder());
    }

    @Test
    void opens_an_order_with_an_address() {
        NO_ORDER.when(new CreateOrder("VINET", "EUR", REIMS)).then(new OrderCreated("VINET", "EUR", REIMS));
    }

    @Test
    void opens_an_order_without_an_address() {
        NO_ORDER.when(new CreateOrder("VINET", "USD", null)).then(new OrderCreated("VINET", "USD", null));
    }

    @Test
    void refuses_a_second_creation() {
        EMPTY.when(createOrder()).thenRejected("order-exists");
    }

    @Test
    void refuses_to_create_a_cancelled_order_anew() {
        CANCELLED.when(createOrder()).thenRejected("order-exists");
    }

    @ParameterizedTest
    @MethodSource("others")
    void refuses_all_but_creation_without_an_order(OrderCommand command) {
        NO_ORDER.when(command).thenRejected("order-not-found");
    }

    static List<OrderCommand> others() {
        return List.of(
                add(),
                remove(1),
                new ConfirmOrder(),
                pay("168"),
                ship(),
                deliver(),
                new CancelOrder("changed my mind"),
                new CorrectTotal(BigDecimal.ONE, "agreed by phone"));
    }
}
