package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.NO_ORDER;
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
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvolutionTest {
    private static final Order OPEN = new Order(
            OrderStatus.CREATED,
            "VINET",
            "USD",
            REIMS,
            List.of(),
            BigDecimal.ZERO,
            false,
            MONDAY,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    private static final Order FILLED = OPEN.withLines(
                    List.of(new OrderLine("tofu", 12, amount("14"), amount("0"), amount("168"))))
            .withTotal(amount("168"));

    @Test
    void remembers_a_life_from_creation_to_delivery() {
        NO_ORDER.at(MONDAY)
                .given(created(), added(), confirmed())
                .at(TUESDAY)
                .given(paid(), ready(), shipped())
                .at(WEDNESDAY)
                .given(delivered())
                .thenState(FILLED.withStatus(OrderStatus.DELIVERED)
                        .withConfirmedAt(MONDAY)
                        .withPaid(true)
                        .withPaidAt(TUESDAY)
                        .withCarrier("Speedy Express")
                        .withTrackingNumber("SE-1")
                        .withShippedAt(TUESDAY)
                        .withSignedBy("Paul Henriot")
                        .withDeliveredAt(WEDNESDAY));
    }

    @Test
    void is_ready_to_ship_once_all_is_reserved() {
        NO_ORDER.at(MONDAY)
                .given(created(), added(), confirmed(), ready())
                .thenState(FILLED.withStatus(OrderStatus.READY_TO_SHIP).withConfirmedAt(MONDAY));
    }

    @Test
    void remembers_why_and_when_an_order_was_cancelled() {
        NO_ORDER.at(MONDAY)
                .given(created())
                .at(TUESDAY)
                .given(new OrderCancelled("out of stock", true))
                .thenState(OPEN.withStatus(OrderStatus.CANCELLED)
                        .withCancellationReason("out of stock")
                        .withCancelledAt(TUESDAY));
    }

    @Test
    void takes_a_corrected_total_for_the_total_and_keeps_the_lines() {
        NO_ORDER.at(MONDAY)
                .given(created(), added(), confirmed())
                .given(new OrderTotalCorrected(amount("168"), amount("160"), "agreed by phone"))
                .thenState(FILLED.withStatus(OrderStatus.CONFIRMED)
                        .withConfirmedAt(MONDAY)
                        .withTotal(amount("160")));
    }

    @Test
    void finds_a_history_broken_that_does_not_begin_with_creation() {
        assertThatThrownBy(() -> NO_ORDER.given(added()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Expected OrderCreated to come first, but found ItemAdded");
    }
}
