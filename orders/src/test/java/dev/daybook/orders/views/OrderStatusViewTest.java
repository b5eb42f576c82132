package dev.daybook.orders.views;

import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.confirmed;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.delivered;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.StatusCount;
import dev.daybook.testkit.RollupSpec;
import dev.daybook.testkit.ViewSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderStatusViewTest {
    private static final RollupSpec<OrderEvent, StatusCount> ORDERS = ViewSpec.of(OrderStatusView.VIEW);

    @Test
    void counts_an_order_from_its_creation_on() {
        ORDERS.thenRows(Map.of())
                .id("1")
                .given(created())
                .id("2")
                .when(created())
                .thenRows(Map.of("CREATED", count(OrderStatus.CREATED, 2)));
    }

    @Test
    void counts_an_order_where_it_stands() {
        var two = ORDERS.id("1").given(created()).id("2").given(created(), added());
        two.when(confirmed())
                .thenRows(
                        Map.of("CREATED", count(OrderStatus.CREATED, 1), "CONFIRMED", count(OrderStatus.CONFIRMED, 1)));
        two.given(confirmed(), paid())
                .when(ready())
                .thenRows(Map.of(
                        "CREATED",
                        count(OrderStatus.CREATED, 1),
                        "READY_TO_SHIP",
                        count(OrderStatus.READY_TO_SHIP, 1)));
        two.given(confirmed(), paid(), ready())
                .when(shipped())
                .thenRows(Map.of("CREATED", count(OrderStatus.CREATED, 1), "SHIPPED", count(OrderStatus.SHIPPED, 1)));
        two.given(confirmed(), paid(), shipped())
                .when(delivered())
                .thenRows(
                        Map.of("CREATED", count(OrderStatus.CREATED, 1), "DELIVERED", count(OrderStatus.DELIVERED, 1)));
        two.id("1")
                .when(new OrderCancelled("out of stock", true))
                .thenRows(
                        Map.of("CREATED", count(OrderStatus.CREATED, 1), "CANCELLED", count(OrderStatus.CANCELLED, 1)));
    }

    @Test
    void does_not_mind_what_leaves_the_status_alone() {
        ORDERS.given(created(), added(), new ItemRemoved("tofu", 2, 10, amount("14"), amount("0"), amount("28")))
                .given(confirmed(), new OrderTotalCorrected(amount("168"), amount("160"), "agreed by phone"))
                .when(paid())
                .thenRows(Map.of("CONFIRMED", count(OrderStatus.CONFIRMED, 1)));
    }

    @Test
    void finds_a_history_broken_that_does_not_begin_with_creation() {
        assertThatThrownBy(() -> ORDERS.when(added()).thenRows(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Expected OrderCreated to come first, but found ItemAdded");
    }

    private static StatusCount count(OrderStatus status, long orders) {
        return new StatusCount(status, orders);
    }
}
