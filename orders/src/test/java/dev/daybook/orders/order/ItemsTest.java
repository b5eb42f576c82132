package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.EMPTY;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.add;
import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.remove;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderState;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ItemsTest {

    @Test
    void adds_a_line() {
        EMPTY.when(add("tofu", 12, "14", "0"))
                .then(added("tofu", 12, "14", "0", "168"))
                .thenState(hasLines("168", line("tofu", 12, "14", "0", "168")));
    }

    @Test
    void adds_a_line_of_the_same_product_beside_the_first() {
        FILLED.when(add("tofu", 1, "13.5", "0.1"))
                .then(added("tofu", 1, "13.5", "0.1", "12.15"))
                .thenState(hasLines(
                        "180.15", line("tofu", 12, "14", "0", "168"), line("tofu", 1, "13.5", "0.1", "12.15")));
    }

    @Test
    void computes_the_amount_of_a_line_without_rounding() {
        EMPTY.when(add("saffron", 3, "0.3333", "0.3333")).then(added("saffron", 3, "0.3333", "0.3333", "0.66663333"));
    }

    @Test
    void adds_the_largest_line_that_can_be_written() {
        var price = "99999999999999.9999";
        EMPTY.when(add("platinum", Integer.MAX_VALUE, price, "0"))
                .then(added("platinum", Integer.MAX_VALUE, price, "0", "214748364699999999785251.6353"));
    }

    @Test
    void adds_a_line_that_costs_nothing() {
        EMPTY.when(add("leaflet", 1, "0", "0")).then(added("leaflet", 1, "0", "0", "0"));
    }

    @Test
    void adds_a_line_that_is_let_off_altogether() {
        EMPTY.when(add("sample", 2, "9.5", "1")).then(added("sample", 2, "9.5", "1", "0"));
    }

    @Test
    void refuses_a_line_that_makes_the_total_larger_than_can_be_written() {
        var almostFull = added("gold", 1, "1", "0", "9".repeat(30));
        EMPTY.given(almostFull).when(add("tofu", 1, "0.9999", "0")).then(added("tofu", 1, "0.9999", "0", "0.9999"));
        EMPTY.given(almostFull).when(add("tofu", 1, "1", "0")).thenRejected("total-too-large");
    }

    @Test
    void shortens_a_line() {
        FILLED.when(remove(5))
                .then(removed(5, 7, "14", "0", "70"))
                .thenState(hasLines("98", line("tofu", 7, "14", "0", "98")));
    }

    @Test
    void removes_a_line() {
        FILLED.when(remove(12)).then(removed(12, 0, "14", "0", "168")).thenState(hasLines("0"));
    }

    @Test
    void takes_the_line_added_last_first() {
        FILLED.given(added("tofu", 2, "10", "0.5", "10"), added("rice", 1, "3", "0", "3"))
                .when(remove(4))
                .then(removed(2, 0, "10", "0.5", "10"), removed(2, 10, "14", "0", "28"))
                .thenState(hasLines("143", line("tofu", 10, "14", "0", "140"), line("rice", 1, "3", "0", "3")));
    }

    @Test
    void leaves_the_earlier_line_alone_when_the_last_is_enough() {
        FILLED.given(added("tofu", 2, "10", "0", "20"))
                .when(remove(1))
                .then(removed(1, 1, "10", "0", "10"))
                .thenState(hasLines("178", line("tofu", 12, "14", "0", "168"), line("tofu", 1, "10", "0", "10")));
    }

    @Test
    void refuses_to_remove_more_than_there_is() {
        FILLED.given(added("tofu", 2, "10", "0", "20"))
                .when(remove(15))
                .thenRejected("not-enough-items", Map.of("available", "14"));
    }

    @Test
    void refuses_to_remove_a_product_that_was_never_added() {
        EMPTY.when(remove(1)).thenRejected("not-enough-items", Map.of("available", "0"));
    }

    @Test
    void counts_more_pieces_than_an_int_can_hold() {
        EMPTY.given(added("tofu", Integer.MAX_VALUE, "0", "0", "0"), added("tofu", 1, "0", "0", "0"))
                .when(remove(Integer.MAX_VALUE))
                .then(removed(1, 0, "0", "0", "0"), removed(Integer.MAX_VALUE - 1, 1, "0", "0", "0"));
    }

    @Test
    void refuses_to_add_after_confirmation() {
        CONFIRMED.when(add()).thenRejected("order-already-confirmed");
        SHIPPED.when(add()).thenRejected("order-already-confirmed");
        DELIVERED.when(add()).thenRejected("order-already-confirmed");
    }

    @Test
    void refuses_to_remove_after_confirmation() {
        CONFIRMED.when(remove(1)).thenRejected("order-already-confirmed");
        SHIPPED.when(remove(1)).thenRejected("order-already-confirmed");
        DELIVERED.when(remove(1)).thenRejected("order-already-confirmed");
    }

    private static Consumer<OrderState> hasLines(String total, OrderLine... lines) {
        return state -> assertThat(state).isInstanceOfSatisfying(Order.class, order -> {
            assertThat(order.lines()).containsExactly(lines);
            assertThat(order.total()).isEqualByComparingTo(total);
        });
    }

    private static OrderLine line(String productId, int quantity, String unitPrice, String discount, String amount) {
        return new OrderLine(productId, quantity, amount(unitPrice), amount(discount), amount(amount));
    }

    private static ItemRemoved removed(int quantity, int remaining, String unitPrice, String discount, String amount) {
        return new ItemRemoved("tofu", quantity, remaining, amount(unitPrice), amount(discount), amount(amount));
    }
}
