package dev.daybook.orders.views;

import static dev.daybook.orders.samples.Samples.MONDAY;
import static dev.daybook.orders.samples.Samples.TUESDAY;
import static dev.daybook.orders.samples.Samples.WEDNESDAY;
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
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.testkit.ViewSpec;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OrderSummaryViewTest {
    private static final ViewSpec<OrderEvent, OrderSummary> ORDER =
            ViewSpec.of(OrderSummaryView.VIEW).id("10248").at(MONDAY);
    private static final OrderSummary OPEN = new OrderSummary(
            "10248", "VINET", OrderStatus.CREATED, 0, BigDecimal.ZERO, "USD", MONDAY, null, null, null, null, 1);

    @Test
    void shows_nothing_before_creation() {
        ORDER.thenNoRow();
    }

    @Test
    void shows_an_order_as_created() {
        ORDER.when(created()).thenRow(OPEN);
    }

    @Test
    void counts_lines_and_adds_up_their_amounts() {
        ORDER.given(created(), added())
                .when(added("rice", 2, "3", "0.5", "3"))
                .thenRow(OPEN.withItemCount(2).withTotal(amount("171")).withVersion(3));
    }

    @Test
    void keeps_a_line_that_is_shortened() {
        ORDER.given(created(), added())
                .when(new ItemRemoved("tofu", 2, 10, amount("14"), amount("0"), amount("28")))
                .thenRow(OPEN.withItemCount(1).withTotal(amount("140")).withVersion(3));
    }

    @Test
    void drops_a_line_that_is_removed() {
        ORDER.given(created(), added())
                .when(new ItemRemoved("tofu", 12, 0, amount("14"), amount("0"), amount("168")))
                .thenRow(OPEN.withVersion(3));
    }

    @Test
    void follows_an_order_to_delivery() {
        ORDER.given(created(), added())
                .at(TUESDAY)
                .given(confirmed(), paid(), ready())
                .at(WEDNESDAY)
                .given(shipped())
                .when(delivered())
                .thenRow(OPEN.withStatus(OrderStatus.DELIVERED)
                        .withItemCount(1)
                        .withTotal(amount("168"))
                        .withConfirmedAt(TUESDAY)
                        .withShippedAt(WEDNESDAY)
                        .withCarrier("Speedy Express")
                        .withTrackingNumber("SE-1")
                        .withVersion(7));
    }

    @Test
    void shows_an_order_that_is_ready_to_ship() {
        ORDER.given(created(), confirmed())
                .when(ready())
                .thenRow(OPEN.withStatus(OrderStatus.READY_TO_SHIP)
                        .withConfirmedAt(MONDAY)
                        .withVersion(3));
    }

    @Test
    void shows_a_cancelled_order() {
        ORDER.given(created())
                .when(new OrderCancelled("out of stock", true))
                .thenRow(OPEN.withStatus(OrderStatus.CANCELLED).withVersion(2));
    }

    @Test
    void shows_the_corrected_total() {
        ORDER.given(created(), added(), confirmed())
                .when(new OrderTotalCorrected(amount("168"), amount("160"), "agreed by phone"))
                .thenRow(OPEN.withStatus(OrderStatus.CONFIRMED)
                        .withItemCount(1)
                        .withTotal(amount("160"))
                        .withConfirmedAt(MONDAY)
                        .withVersion(4));
    }

    @Test
    void is_asked_by_status_and_customer() {
        ORDER.given(created(), added())
                .when(confirmed())
                .thenFoundBy("status", "CONFIRMED")
                .thenFoundBy("customerId", "VINET");
    }

    @Test
    void finds_a_history_broken_that_does_not_begin_with_creation() {
        assertThatThrownBy(() -> ORDER.when(added()).thenNoRow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Expected OrderCreated to come first, but found ItemAdded");
    }
}
