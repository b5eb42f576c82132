package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.EMPTY;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.READY;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.add;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.remove;

import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.ConfirmedLine;
import dev.daybook.orders.OrderConfirmed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmOrderTest {

    @Test
    void confirms_an_order_with_a_line() {
        FILLED.when(new ConfirmOrder()).then(new OrderConfirmed(amount("168"), List.of(new ConfirmedLine("tofu", 12))));
    }

    @Test
    void adds_up_what_is_needed_of_each_product() {
        var most = Integer.MAX_VALUE;
        FILLED.givenCommands(add("rice", most, "0", "0"), add("tofu", 3, "14", "1"), add("rice", most, "0", "0"))
                .when(new ConfirmOrder())
                .then(new OrderConfirmed(
                        amount("168"), List.of(new ConfirmedLine("tofu", 15), new ConfirmedLine("rice", 2L * most))));
    }

    @Test
    void refuses_an_order_without_lines() {
        EMPTY.when(new ConfirmOrder()).thenRejected("order-empty");
    }

    @Test
    void refuses_an_order_whose_lines_were_all_removed() {
        FILLED.givenCommands(remove(12)).when(new ConfirmOrder()).thenRejected("order-empty");
    }

    @Test
    void has_nothing_to_do_when_the_order_is_confirmed() {
        CONFIRMED.when(new ConfirmOrder()).thenNothing();
        READY.when(new ConfirmOrder()).thenNothing();
        SHIPPED.when(new ConfirmOrder()).thenNothing();
        DELIVERED.when(new ConfirmOrder()).thenNothing();
    }
}
