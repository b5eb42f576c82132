package dev.daybook.orders.fulfillment;

import static dev.daybook.orders.fulfillment.Situations.CANCELLED;
import static dev.daybook.orders.fulfillment.Situations.CONFIRMED;
import static dev.daybook.orders.fulfillment.Situations.EXPIRE;
import static dev.daybook.orders.fulfillment.Situations.HALF;
import static dev.daybook.orders.fulfillment.Situations.ID;
import static dev.daybook.orders.fulfillment.Situations.NONE;
import static dev.daybook.orders.fulfillment.Situations.READY;
import static dev.daybook.orders.fulfillment.Situations.RESERVED;
import static dev.daybook.orders.fulfillment.Situations.SHIPPED;
import static dev.daybook.orders.fulfillment.Situations.SHORT;
import static dev.daybook.orders.fulfillment.Situations.cancel;
import static dev.daybook.orders.fulfillment.Situations.confirmed;
import static dev.daybook.orders.fulfillment.Situations.left;
import static dev.daybook.orders.fulfillment.Situations.rejected;
import static dev.daybook.orders.fulfillment.Situations.release;
import static dev.daybook.orders.fulfillment.Situations.released;
import static dev.daybook.orders.fulfillment.Situations.reserve;
import static dev.daybook.orders.fulfillment.Situations.reserved;
import static dev.daybook.orders.fulfillment.Situations.ship;
import static dev.daybook.orders.fulfillment.Situations.state;
import static dev.daybook.orders.inventory.InventoryDecider.INVENTORY;
import static dev.daybook.orders.order.OrderDecider.ORDER;
import static dev.daybook.orders.samples.Samples.MONDAY;
import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.delivered;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.shipped;

import dev.daybook.core.Action;
import dev.daybook.core.Stage;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.LineStatus;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockReserved;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FulfillmentProcessTest {
    @Test
    void reserves_every_product_of_a_confirmed_order_and_sets_the_deadline_for_its_payment() {
        NONE.when(ORDER, ID, confirmed())
                .then(
                        Action.at(MONDAY.plus(Duration.ofDays(3)), "payment", EXPIRE),
                        reserve("11", 12),
                        reserve("42", 10))
                .thenStage(Stage.RUNNING)
                .thenState(state(FulfillmentPhase.RESERVING, LineStatus.REQUESTED, LineStatus.REQUESTED));
    }

    @Test
    void marks_the_order_ready_when_the_last_product_is_reserved() {
        CONFIRMED.when(INVENTORY, "42", reserved(10)).thenNothing();
        HALF.when(INVENTORY, "42", reserved(10))
                .then(READY)
                .thenStage(Stage.RUNNING)
                .thenState(state(FulfillmentPhase.READY, LineStatus.RESERVED, LineStatus.RESERVED));
    }

    @Test
    void drops_the_deadline_when_the_order_is_paid() {
        CONFIRMED.when(ORDER, ID, paid()).then(Action.cancelTimer("payment"));
        RESERVED.when(ORDER, ID, paid()).then(Action.cancelTimer("payment"));
    }

    @Test
    void ships_from_stock_what_was_reserved_and_is_completed_when_all_has_left() {
        RESERVED.given(ORDER, ID, paid())
                .when(ORDER, ID, shipped())
                .then(ship("11"), ship("42"))
                .thenStage(Stage.RUNNING);
        SHIPPED.when(INVENTORY, "42", left(10)).thenNothing().thenStage(Stage.RUNNING);
        SHIPPED.given(INVENTORY, "42", left(10))
                .when(INVENTORY, "11", left(12))
                .thenNothing()
                .thenStage(Stage.COMPLETED)
                .thenState(state(FulfillmentPhase.SHIPPED, LineStatus.SHIPPED, LineStatus.SHIPPED));
    }

    @Test
    void gives_back_what_is_reserved_and_cancels_the_order_when_something_is_missing() {
        HALF.when(INVENTORY, "42", rejected(10))
                .then(release("11"), cancel("not enough of 42"))
                .thenStage(Stage.COMPENSATING);
        SHORT.given(INVENTORY, "11", released(12))
                .when(ORDER, ID, new OrderCancelled("not enough of 42", true))
                .then(Action.cancelTimer("payment"))
                .thenStage(Stage.COMPLETED)
                .thenState(state(FulfillmentPhase.REJECTED, LineStatus.RELEASED, LineStatus.REJECTED));
        SHORT.given(ORDER, ID, new OrderCancelled("not enough of 42", true))
                .when(INVENTORY, "11", released(12))
                .thenNothing()
                .thenStage(Stage.COMPLETED);
    }

    @Test
    void waits_with_the_cancellation_until_it_can_name_all_that_is_missing() {
        CONFIRMED.when(INVENTORY, "42", rejected(10)).thenNothing().thenStage(Stage.COMPENSATING);
        CONFIRMED
                .given(INVENTORY, "42", rejected(10))
                .when(INVENTORY, "11", rejected(12))
                .then(cancel("not enough of 11, 42"));
    }

    @Test
    void gives_back_at_once_what_is_reserved_after_something_was_missing() {
        CONFIRMED
                .given(INVENTORY, "42", rejected(10))
                .when(INVENTORY, "11", reserved(12))
                .then(release("11"), cancel("not enough of 42"))
                .thenState(state(FulfillmentPhase.CANCELLING, LineStatus.RELEASING, LineStatus.REJECTED));
    }

    @Test
    void gives_back_what_is_reserved_when_the_order_is_cancelled() {
        RESERVED.when(ORDER, ID, CANCELLED)
                .then(Action.cancelTimer("payment"), release("11"), release("42"))
                .thenStage(Stage.COMPENSATING);
        RESERVED.given(ORDER, ID, CANCELLED)
                .given(INVENTORY, "11", released(12))
                .when(INVENTORY, "42", released(10))
                .thenNothing()
                .thenStage(Stage.COMPLETED)
                .thenState(state(FulfillmentPhase.CANCELLED, LineStatus.RELEASED, LineStatus.RELEASED));
    }

    @Test
    void waits_for_the_reservations_that_are_under_way_when_the_order_is_cancelled() {
        HALF.when(ORDER, ID, CANCELLED).then(Action.cancelTimer("payment"), release("11"));
        HALF.given(ORDER, ID, CANCELLED)
                .given(INVENTORY, "11", released(12))
                .when(INVENTORY, "42", reserved(10))
                .then(release("42"))
                .thenStage(Stage.COMPENSATING);
        HALF.given(ORDER, ID, CANCELLED)
                .given(INVENTORY, "11", released(12))
                .when(INVENTORY, "42", rejected(10))
                .thenNothing()
                .thenStage(Stage.COMPLETED);
    }

    @Test
    void needs_not_cancel_what_its_customer_cancels_while_something_is_missing() {
        CONFIRMED
                .given(INVENTORY, "42", rejected(10))
                .given(ORDER, ID, CANCELLED)
                .when(INVENTORY, "11", reserved(12))
                .then(release("11"))
                .thenStage(Stage.COMPENSATING);
        SHORT.when(ORDER, ID, CANCELLED).then(Action.cancelTimer("payment")).thenStage(Stage.COMPENSATING);
    }

    @Test
    void does_not_mind_that_the_order_was_cancelled_before_it_could_be_marked_ready() {
        RESERVED.whenRefused(READY, "order-cancelled").thenNothing().thenStage(Stage.RUNNING);
        RESERVED.given(ORDER, ID, CANCELLED)
                .whenRefused(READY, "order-cancelled")
                .thenNothing();
    }

    @Test
    void has_no_answer_to_other_refusals() {
        RESERVED.whenRefused(READY, "order-not-confirmed").thenFails();
        SHIPPED.whenRefused(ship("11"), "nothing-reserved").thenFails();
        CONFIRMED.whenRefused(reserve("11", 12), "reservation-differs").thenFails();
    }

    @Test
    void learns_nothing_from_what_is_accepted() {
        RESERVED.whenAccepted(READY).thenUntold();
    }

    @Test
    void marks_an_order_ready_of_which_is_not_told_what_it_needs() {
        NONE.when(ORDER, ID, new OrderConfirmed(amount("168"), List.of()))
                .then(READY)
                .thenStage(Stage.RUNNING);
        NONE.given(ORDER, ID, new OrderConfirmed(amount("168"), List.of()), paid())
                .when(ORDER, ID, shipped())
                .thenNothing()
                .thenStage(Stage.COMPLETED);
        NONE.given(ORDER, ID, new OrderConfirmed(amount("168"), List.of()))
                .when(ORDER, ID, CANCELLED)
                .then(Action.cancelTimer("payment"))
                .thenStage(Stage.COMPLETED);
    }

    @Test
    void hears_only_what_matters_to_an_order_that_was_confirmed() {
        NONE.when(ORDER, ID, created()).thenUntold();
        NONE.when(ORDER, ID, added()).thenUntold();
        NONE.when(ORDER, ID, new OrderCancelled("changed my mind", false)).thenUntold();
        RESERVED.when(ORDER, ID, ready()).thenUntold();
        SHIPPED.when(ORDER, ID, delivered()).thenUntold();
        RESERVED.when(ORDER, ID, new OrderTotalCorrected(amount("1"), amount("2"), "agreed by phone"))
                .thenUntold();
        RESERVED.when(INVENTORY, "11", new StockReceived(1, 1, 1)).thenUntold();
        RESERVED.when(INVENTORY, "11", new StockDepleted()).thenUntold();
        RESERVED.when(INVENTORY, "11", new StockReserved("10249", 1, 1)).thenToldTo("10249");
    }
}
