package dev.daybook.orders.views;

import static dev.daybook.orders.samples.Samples.MONDAY;
import static dev.daybook.orders.samples.Samples.TUESDAY;
import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.confirmed;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.delivered;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.shipped;

import dev.daybook.orders.CustomerOrder;
import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.testkit.ViewSpec;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OrdersByCustomerViewTest {
    private static final ViewSpec<OrderEvent, CustomerOrder> ORDER =
            ViewSpec.of(OrdersByCustomerView.VIEW).id("10248").at(MONDAY);
    private static final CustomerOrder OPEN =
            new CustomerOrder("VINET", "10248", OrderStatus.CREATED, BigDecimal.ZERO, "USD", MONDAY, 1);

    @Test
    void shows_an_order_from_its_creation_on() {
        ORDER.when(created()).thenRow(OPEN);
    }

    @Test
    void follows_the_total() {
        ORDER.given(created(), added())
                .when(new ItemRemoved("tofu", 2, 10, amount("14"), amount("0"), amount("28")))
                .thenRow(OPEN.withTotal(amount("140")).withVersion(3));
    }

    @Test
    void follows_the_stages() {
        var confirmed = ORDER.given(created(), added()).at(TUESDAY).given(confirmed());
        confirmed.thenRow(row(OrderStatus.CONFIRMED, "168", 3));
        confirmed.given(paid()).when(ready()).thenRow(row(OrderStatus.READY_TO_SHIP, "168", 5));
        confirmed.given(paid()).when(shipped()).thenRow(row(OrderStatus.SHIPPED, "168", 5));
        confirmed.given(paid(), shipped()).when(delivered()).thenRow(row(OrderStatus.DELIVERED, "168", 6));
        confirmed.when(new OrderCancelled("out of stock", true)).thenRow(row(OrderStatus.CANCELLED, "168", 4));
    }

    @Test
    void shows_the_corrected_total() {
        ORDER.given(created(), added(), confirmed())
                .when(new OrderTotalCorrected(amount("168"), amount("160"), "agreed by phone"))
                .thenRow(row(OrderStatus.CONFIRMED, "160", 4));
    }

    @Test
    void is_asked_by_customer_and_status() {
        ORDER.when(created()).thenFoundBy("customerId", "VINET").thenFoundBy("status", "CREATED");
    }

    private static CustomerOrder row(OrderStatus status, String total, long version) {
        return OPEN.withStatus(status).withTotal(amount(total)).withVersion(version);
    }
}
