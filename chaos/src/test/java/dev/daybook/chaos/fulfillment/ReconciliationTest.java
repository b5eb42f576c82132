package dev.daybook.chaos.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.ConfirmedLine;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import dev.daybook.orders.published.OrderCancelledV1;
import dev.daybook.orders.published.OrderConfirmedV1;
import dev.daybook.orders.published.OrderPaidV1;
import dev.daybook.orders.published.OrderShippedV1;
import dev.daybook.orders.published.PublishedLine;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.Trigger;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReconciliationTest {
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final OrderConfirmedV1 CONFIRMED =
            new OrderConfirmedV1("o-1", "ALFKI", "USD", TWO, List.of(new PublishedLine("jam", 2)), Draft.TIME);
    private static final OrderPaidV1 PAID = new OrderPaidV1("o-1", "USD", TWO, Draft.TIME);
    private static final OrderShippedV1 SHIPPED = new OrderShippedV1("o-1", "ups", "1", Draft.TIME);
    private static final OrderCancelledV1 CANCELLED = new OrderCancelledV1("o-1", "not paid in time", Draft.TIME);

    @Test
    void finds_nothing_where_an_order_was_shipped() {
        assertThat(shipped().told("o-1", CONFIRMED, PAID, SHIPPED).findings()).isEmpty();
    }

    @Test
    void finds_nothing_where_a_paid_order_waits_for_its_shipment() {
        assertThat(ready().told("o-1", CONFIRMED, PAID).findings()).isEmpty();
    }

    @Test
    void finds_nothing_where_an_order_was_not_paid_in_time() {
        assertThat(expired().told("o-1", CONFIRMED, CANCELLED).findings()).isEmpty();
    }

    @Test
    void finds_more_reserved_than_there_is() {
        var draft = shipped().told("o-1", CONFIRMED, PAID, SHIPPED).stock("jam", new StockReserved("o-2", 9, -1));

        assertThat(draft.findings()).anyMatch(finding -> finding.contains("no more of jam reserved than there is"));
    }

    @Test
    void finds_a_stock_that_an_event_tells_wrongly() {
        var draft = shipped().told("o-1", CONFIRMED, PAID, SHIPPED).stock("jam", new StockReceived(1, 9, 10));

        assertThat(draft.findings()).singleElement().asString().contains("expected 9 of jam to be available");
    }

    @Test
    void finds_a_reservation_that_nobody_needs_any_more() {
        var draft = confirmed()
                .order("o-1", new OrderCancelled("changed my mind", true))
                .step("o-1", ProcessStatus.COMPLETED)
                .told("o-1", CONFIRMED, new OrderCancelledV1("o-1", "changed my mind", Draft.TIME));

        assertThat(draft.findings()).containsExactly("Expected 0 of jam reserved for o-1, but found 2");
    }

    @Test
    void finds_a_reservation_for_an_order_that_never_was() {
        var draft = ready().told("o-1", CONFIRMED, PAID).stock("jam", new StockReserved("o-2", 1, 7));

        assertThat(draft.findings()).containsExactly("Expected 0 of jam reserved for o-2, but found 1");
    }

    @Test
    void finds_what_is_missing_to_an_order_that_is_ready() {
        var draft = ready().told("o-1", CONFIRMED, PAID).stock("jam", new StockReleased("o-1", 2, 10));

        assertThat(draft.findings()).containsExactly("Expected 2 of jam reserved for o-1, but found 0");
    }

    @Test
    void finds_what_left_twice() {
        var draft = shipped()
                .told("o-1", CONFIRMED, PAID, SHIPPED)
                .stock("jam", new StockReserved("o-1", 2, 6), new StockShipped("o-1", 2, 6));

        assertThat(draft.findings()).containsExactly("Expected 2 of jam shipped for o-1, but found 4");
    }

    @Test
    void finds_an_instance_that_has_not_ended() {
        assertThat(confirmed().told("o-1", CONFIRMED).findings())
                .anyMatch(finding -> finding.startsWith("Expected the fulfillment of o-1 to have ended"));
    }

    @Test
    void finds_an_instance_that_failed() {
        var trigger = new Trigger("c:1", "dev.daybook.orders.OrderShipped", "order", "o-1");
        var draft = ready().told("o-1", CONFIRMED, PAID)
                .history("o-1", new ProcessFailed(trigger, "nothing-reserved", "because", 1));

        assertThat(draft.findings()).anyMatch(finding -> finding.contains("failed: because"));
    }

    @Test
    void finds_an_order_that_nobody_fulfils() {
        var draft = new Draft().order("o-1", created(), item(), confirmation()).told("o-1", CONFIRMED);

        assertThat(draft.findings())
                .containsExactly("Expected a fulfillment of o-1, which was confirmed, but there is none");
    }

    @Test
    void finds_a_step_that_is_written_twice() {
        var draft = ready().told("o-1", CONFIRMED, PAID).repeatsLastStep();

        assertThat(draft.findings()).anyMatch(finding -> finding.contains("expected version 4"));
    }

    @Test
    void finds_a_command_that_is_decided_twice() {
        var draft = shipped()
                .told("o-1", CONFIRMED, PAID, SHIPPED)
                .history("o-1", Draft.advanced(ProcessStatus.COMPLETED, List.of("f:o-1:3"), List.of(), List.of()));

        assertThat(draft.findings())
                .singleElement()
                .asString()
                .contains("expected the command f:o-1:3 to be decided once");
    }

    @Test
    void finds_a_command_that_is_in_the_outbox_twice() {
        assertThat(shipped()
                        .told("o-1", CONFIRMED, PAID, SHIPPED)
                        .inOutbox("f:o-1:3")
                        .findings())
                .containsExactly("Expected the command f:o-1:3 in the outbox once, but it is there again");
    }

    @Test
    void finds_a_command_that_only_the_history_or_only_the_outbox_has() {
        var draft = shipped()
                .told("o-1", CONFIRMED, PAID, SHIPPED)
                .inOutbox("f:o-1:8")
                .history("o-1", Draft.advanced(ProcessStatus.COMPLETED, List.of("f:o-1:9"), List.of(), List.of()));

        assertThat(draft.findings())
                .containsExactly(
                        "Expected the command f:o-1:9 in the outbox, as it is in the history, but it is not there",
                        "Expected the command f:o-1:8 in the history, as it is in the outbox, but it is not there");
    }

    @Test
    void finds_a_timer_that_fires_again_or_after_it_was_cancelled() {
        var again = expired().told("o-1", CONFIRMED, CANCELLED).fires("o-1", "f:o-1:2b");
        var cancelled = ready().told("o-1", CONFIRMED, PAID).fires("o-1", "f:o-1:2");

        assertThat(again.findings()).singleElement().asString().contains("the timer payment of o-1 to fire once");
        assertThat(cancelled.findings()).singleElement().asString().contains("to fire once, while it is set");
    }

    @Test
    void finds_what_others_were_not_told_or_twice_or_in_another_order() {
        assertThat(shipped().told("o-1", CONFIRMED, PAID).findings()).hasSize(1);
        assertThat(shipped().told("o-1", CONFIRMED, PAID, PAID, SHIPPED).findings())
                .hasSize(1);
        assertThat(shipped().told("o-1", CONFIRMED, SHIPPED, PAID).findings()).hasSize(1);
        assertThat(shipped()
                        .told("o-1", CONFIRMED, PAID, SHIPPED)
                        .told("o-2", CANCELLED)
                        .findings())
                .hasSize(1);
    }

    /** One order, for which what it needs is reserved; its fulfillment has just begun. */
    private static Draft confirmed() {
        return new Draft()
                .stock("jam", new StockReceived(10, 10, 10), new StockReserved("o-1", 2, 8))
                .order("o-1", created(), item(), confirmation())
                .setsTimer("o-1", "f:o-1:2")
                .step("o-1", ProcessStatus.RUNNING, "f:o-1:1", "f:o-1:3");
    }

    private static Draft ready() {
        return confirmed()
                .order("o-1", new PaymentReceived("card", TWO), new OrderReadyToShip())
                .cancelsTimer("o-1");
    }

    private static Draft shipped() {
        return ready().order("o-1", new OrderShipped("ups", "1"))
                .step("o-1", ProcessStatus.RUNNING, "f:o-1:4")
                .stock("jam", new StockShipped("o-1", 2, 8))
                .step("o-1", ProcessStatus.COMPLETED);
    }

    private static Draft expired() {
        return confirmed()
                .order("o-1", new OrderReadyToShip())
                .fires("o-1", "f:o-1:2")
                .order("o-1", new OrderCancelled("not paid in time", true))
                .step("o-1", ProcessStatus.COMPENSATING, "f:o-1:4")
                .stock("jam", new StockReleased("o-1", 2, 10))
                .step("o-1", ProcessStatus.COMPLETED);
    }

    private static OrderCreated created() {
        return new OrderCreated("ALFKI", "USD", null);
    }

    private static ItemAdded item() {
        return new ItemAdded("jam", 2, BigDecimal.ONE, BigDecimal.ZERO, TWO);
    }

    private static OrderConfirmed confirmation() {
        return new OrderConfirmed(TWO, List.of(new ConfirmedLine("jam", 2)));
    }
}
