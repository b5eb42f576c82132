package dev.daybook.orders.fulfillment;

import static dev.daybook.orders.fulfillment.FulfillmentProcess.FULFILLMENT;
import static dev.daybook.orders.inventory.InventoryDecider.INVENTORY;
import static dev.daybook.orders.order.OrderDecider.ORDER;
import static dev.daybook.orders.samples.Samples.MONDAY;
import static dev.daybook.orders.samples.Samples.TUESDAY;
import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.delivered;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Action;
import dev.daybook.core.Stage;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmedLine;
import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.FulfillmentState;
import dev.daybook.orders.LineStatus;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.NoFulfillment;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.ReleaseStock;
import dev.daybook.orders.ReserveStock;
import dev.daybook.orders.ShipStock;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import dev.daybook.testkit.ProcessSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An order of 12 pieces of 11 and 10 of 42. */
class FulfillmentProcessTest {
    private static final String ID = "10248";
    private static final OrderCancelled CANCELLED = new OrderCancelled("changed my mind", true);
    private static final Action.Send READY = Action.send(ORDER, ID, new MarkReadyToShip());
    private static final Action.Send EXPIRE = Action.send(ORDER, ID, new ExpirePayment());

    private static final ProcessSpec<FulfillmentInput, FulfillmentState> NONE =
            ProcessSpec.of(FULFILLMENT).id(ID).at(MONDAY);
    private static final ProcessSpec<FulfillmentInput, FulfillmentState> CONFIRMED =
            NONE.given(ORDER, ID, created(), added(), confirmed()).at(TUESDAY);
    private static final ProcessSpec<FulfillmentInput, FulfillmentState> HALF =
            CONFIRMED.given(INVENTORY, "11", reserved(12));
    private static final ProcessSpec<FulfillmentInput, FulfillmentState> RESERVED =
            HALF.given(INVENTORY, "42", reserved(10));
    private static final ProcessSpec<FulfillmentInput, FulfillmentState> SHIPPED =
            RESERVED.given(ORDER, ID, paid(), shipped());
    private static final ProcessSpec<FulfillmentInput, FulfillmentState> SHORT =
            HALF.given(INVENTORY, "42", rejected(10));

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
    void reserves_again_what_someone_gave_back_by_hand() {
        RESERVED.when(INVENTORY, "42", released(10))
                .then(reserve("42", 10))
                .thenState(state(FulfillmentPhase.RESERVING, LineStatus.RESERVED, LineStatus.REQUESTED));
        RESERVED.given(INVENTORY, "42", released(10))
                .when(INVENTORY, "42", reserved(10))
                .then(READY);
        RESERVED.given(INVENTORY, "42", released(10))
                .given(ORDER, ID, paid(), shipped())
                .when(INVENTORY, "42", reserved(10))
                .then(ship("42"));
    }

    @Test
    void counts_in_what_someone_reserved_before_the_confirmation() {
        NONE.when(INVENTORY, "11", reserved(12))
                .thenNothing()
                .thenStage(Stage.COMPLETED)
                .thenState(new NoFulfillment(Map.of("11", 12L)));
        NONE.given(INVENTORY, "11", reserved(12))
                .when(ORDER, ID, confirmed())
                .then(Action.at(MONDAY.plus(Duration.ofDays(3)), "payment", EXPIRE), reserve("42", 10));
        NONE.given(INVENTORY, "11", reserved(12), released(12)).thenState(new NoFulfillment(Map.of()));
        NONE.given(INVENTORY, "11", reserved(12), left(12)).thenState(new NoFulfillment(Map.of()));
        NONE.given(INVENTORY, "11", rejected(12)).thenState(new NoFulfillment(Map.of()));
    }

    @Test
    void does_not_take_another_quantity_for_its_reservation() {
        NONE.given(INVENTORY, "11", reserved(5))
                .when(ORDER, ID, confirmed())
                .thenState(state(FulfillmentPhase.RESERVING, LineStatus.REQUESTED, LineStatus.REQUESTED));
        HALF.when(INVENTORY, "42", reserved(5))
                .thenNothing()
                .thenState(state(FulfillmentPhase.RESERVING, LineStatus.RESERVED, LineStatus.REQUESTED));
    }

    @Test
    void does_not_take_another_quantity_for_what_it_lacks() {
        HALF.when(INVENTORY, "42", rejected(5))
                .thenNothing()
                .thenState(state(FulfillmentPhase.RESERVING, LineStatus.RESERVED, LineStatus.REQUESTED));
    }

    @Test
    void gives_back_what_is_reserved_although_the_same_was_rejected_before() {
        CONFIRMED
                .given(INVENTORY, "42", rejected(10))
                .when(INVENTORY, "42", reserved(10))
                .then(release("42"))
                .thenState(state(FulfillmentPhase.SHORT, LineStatus.REQUESTED, LineStatus.RELEASING));
        CONFIRMED
                .given(INVENTORY, "42", rejected(10), reserved(10))
                .when(INVENTORY, "11", reserved(12))
                .then(release("11"), cancel("not enough in time"));
        SHORT.when(INVENTORY, "42", reserved(10)).then(release("42")).thenStage(Stage.COMPENSATING);
        SHORT.given(INVENTORY, "11", released(12))
                .given(ORDER, ID, CANCELLED)
                .when(INVENTORY, "42", reserved(10))
                .then(release("42"))
                .thenStage(Stage.COMPENSATING);
    }

    @Test
    void gives_back_what_is_reserved_once_more_after_it_has_left_or_was_given_back() {
        SHIPPED.given(INVENTORY, "11", left(12))
                .given(INVENTORY, "42", left(10))
                .when(INVENTORY, "11", reserved(12))
                .then(release("11"))
                .thenStage(Stage.RUNNING);
        RESERVED.given(ORDER, ID, CANCELLED)
                .given(INVENTORY, "11", released(12))
                .when(INVENTORY, "11", reserved(12))
                .then(release("11"))
                .thenStage(Stage.COMPENSATING);
    }

    @Test
    void ships_from_stock_once_although_what_was_reserved_had_to_be_reserved_again() {
        var failed = SHIPPED.given(INVENTORY, "11", released(12));
        failed.whenRefused(ship("11"), "nothing-reserved").thenFails();
        // When it is retried, the command is sent again, and what was held back is heard then.
        failed.when(INVENTORY, "11", reserved(12)).thenNothing();
        failed.given(INVENTORY, "11", reserved(12))
                .given(INVENTORY, "42", left(10))
                .when(INVENTORY, "11", left(12))
                .thenNothing()
                .thenStage(Stage.COMPLETED);
    }

    @Test
    void lets_the_stock_refuse_what_was_shipped_and_cannot_be_reserved() {
        var missing = RESERVED.given(INVENTORY, "42", released(10))
                .given(ORDER, ID, paid(), shipped())
                .when(INVENTORY, "42", rejected(10));
        missing.then(ship("42")).thenStage(Stage.RUNNING);
    }

    @Test
    void reserves_again_when_an_order_that_lacks_something_is_shipped_all_the_same() {
        SHORT.whenRefused(cancel("not enough of 42"), "order-already-shipped")
                .thenNothing()
                .thenStage(Stage.COMPENSATING);
        SHORT.when(ORDER, ID, shipped()).then(reserve("11", 12), reserve("42", 10));
        SHORT.given(ORDER, ID, shipped())
                .given(INVENTORY, "11", released(12))
                .when(INVENTORY, "11", reserved(12))
                .then(ship("11"))
                .thenState(state(FulfillmentPhase.SHIPPED, LineStatus.SHIPPING, LineStatus.REQUESTED));
    }

    @Test
    void takes_only_what_it_had_reserved_for_what_has_left() {
        HALF.when(INVENTORY, "42", left(5))
                .thenNothing()
                .thenState(state(FulfillmentPhase.RESERVING, LineStatus.RESERVED, LineStatus.REQUESTED));
        RESERVED.given(INVENTORY, "42", left(10)).when(ORDER, ID, shipped()).then(ship("11"));
        RESERVED.given(ORDER, ID, CANCELLED)
                .given(INVENTORY, "11", released(12))
                .when(INVENTORY, "42", left(10))
                .thenNothing()
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

    private static Consumer<FulfillmentState> state(FulfillmentPhase phase, LineStatus eleven, LineStatus fortyTwo) {
        return state -> {
            var fulfillment = (Fulfillment) state;
            assertThat(fulfillment.phase()).isEqualTo(phase);
            assertThat(fulfillment.lines())
                    .extracting(FulfillmentLine::productId)
                    .containsExactly("11", "42");
            assertThat(fulfillment.lines())
                    .extracting(FulfillmentLine::quantity)
                    .containsExactly(12L, 10L);
            assertThat(fulfillment.lines()).extracting(FulfillmentLine::status).containsExactly(eleven, fortyTwo);
        };
    }

    private static OrderConfirmed confirmed() {
        return new OrderConfirmed(amount("266"), List.of(new ConfirmedLine("11", 12), new ConfirmedLine("42", 10)));
    }

    private static StockReserved reserved(long quantity) {
        return new StockReserved(ID, quantity, 100);
    }

    private static StockRejected rejected(long quantity) {
        return new StockRejected(ID, quantity, 0);
    }

    private static StockReleased released(long quantity) {
        return new StockReleased(ID, quantity, 100);
    }

    private static StockShipped left(long quantity) {
        return new StockShipped(ID, quantity, 100);
    }

    private static Action.Send reserve(String productId, long quantity) {
        return Action.send(INVENTORY, productId, new ReserveStock(ID, quantity));
    }

    private static Action.Send ship(String productId) {
        return Action.send(INVENTORY, productId, new ShipStock(ID));
    }

    private static Action.Send release(String productId) {
        return Action.send(INVENTORY, productId, new ReleaseStock(ID));
    }

    private static Action.Send cancel(String reason) {
        return Action.send(ORDER, ID, new CancelOrder(reason));
    }
}
