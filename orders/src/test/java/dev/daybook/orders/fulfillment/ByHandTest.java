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
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.shipped;

import dev.daybook.core.Action;
import dev.daybook.core.Stage;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.LineStatus;
import dev.daybook.orders.NoFulfillment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do to the stock by hand, or to the order against all rules, while its fulfillment is under way. */
class ByHandTest {
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
}
