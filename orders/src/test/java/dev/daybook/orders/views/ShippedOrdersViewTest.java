package dev.daybook.orders.views;

import static dev.daybook.orders.samples.Samples.MONDAY;
import static dev.daybook.orders.samples.Samples.REIMS;
import static dev.daybook.orders.samples.Samples.TUESDAY;
import static dev.daybook.orders.samples.Samples.WEDNESDAY;
import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.confirmed;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.delivered;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.ShippedOrder;
import dev.daybook.testkit.ViewSpec;
import org.junit.jupiter.api.Test;

class ShippedOrdersViewTest {
    private static final ViewSpec<OrderEvent, ShippedOrder> PAID = ViewSpec.of(ShippedOrdersView.VIEW)
            .id("10248")
            .at(MONDAY)
            .given(created(), added(), confirmed(), paid())
            .at(TUESDAY);
    private static final ShippedOrder SHIPPED = new ShippedOrder(
            "10248", "VINET", amount("168"), "USD", REIMS, "Speedy Express", "SE-1", TUESDAY, null, null, 5);

    @Test
    void shows_no_order_before_it_is_shipped() {
        PAID.thenNoRow();
    }

    @Test
    void shows_no_order_that_is_cancelled() {
        PAID.when(new OrderCancelled("out of stock", true)).thenNoRow();
    }

    @Test
    void shows_a_shipped_order() {
        PAID.when(shipped()).thenRow(SHIPPED);
    }

    @Test
    void adds_up_the_lines_that_were_left() {
        ViewSpec.of(ShippedOrdersView.VIEW)
                .given(created(), added())
                .given(new ItemRemoved("tofu", 2, 10, amount("14"), amount("0"), amount("28")))
                .when(shipped())
                .thenRow(row -> assertThat(row.total()).isEqualByComparingTo("140"));
    }

    @Test
    void shows_when_it_arrived_and_who_signed() {
        PAID.given(shipped())
                .at(WEDNESDAY)
                .when(delivered())
                .thenRow(SHIPPED.withDeliveredAt(WEDNESDAY)
                        .withSignedBy("Paul Henriot")
                        .withVersion(6));
    }

    @Test
    void shows_the_corrected_total() {
        PAID.given(shipped())
                .when(new OrderTotalCorrected(amount("168"), amount("160"), "agreed by phone"))
                .thenRow(SHIPPED.withTotal(amount("160")).withVersion(6));
    }

    @Test
    void is_asked_by_customer_and_carrier() {
        PAID.when(shipped()).thenFoundBy("customerId", "VINET").thenFoundBy("carrier", "Speedy Express");
    }
}
