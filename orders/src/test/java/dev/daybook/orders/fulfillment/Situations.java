package dev.daybook.orders.fulfillment;

import static dev.daybook.orders.fulfillment.FulfillmentProcess.FULFILLMENT;
import static dev.daybook.orders.inventory.InventoryDecider.INVENTORY;
import static dev.daybook.orders.order.OrderDecider.ORDER;
import static dev.daybook.orders.samples.Samples.MONDAY;
import static dev.daybook.orders.samples.Samples.TUESDAY;
import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Action;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmedLine;
import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.FulfillmentState;
import dev.daybook.orders.LineStatus;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.ReleaseStock;
import dev.daybook.orders.ReserveStock;
import dev.daybook.orders.ShipStock;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import dev.daybook.testkit.ProcessSpec;
import java.util.List;
import java.util.function.Consumer;

/** An order of 12 pieces of 11 and 10 of 42, the situations in which its fulfillment can be, and what happens and is done in them. */
final class Situations {
    static final String ID = "10248";
    static final OrderCancelled CANCELLED = new OrderCancelled("changed my mind", true);
    static final Action.Send READY = Action.send(ORDER, ID, new MarkReadyToShip());
    static final Action.Send EXPIRE = Action.send(ORDER, ID, new ExpirePayment());

    static final ProcessSpec<FulfillmentInput, FulfillmentState> NONE =
            ProcessSpec.of(FULFILLMENT).id(ID).at(MONDAY);
    static final ProcessSpec<FulfillmentInput, FulfillmentState> CONFIRMED =
            NONE.given(ORDER, ID, created(), added(), confirmed()).at(TUESDAY);
    static final ProcessSpec<FulfillmentInput, FulfillmentState> HALF = CONFIRMED.given(INVENTORY, "11", reserved(12));
    static final ProcessSpec<FulfillmentInput, FulfillmentState> RESERVED = HALF.given(INVENTORY, "42", reserved(10));
    static final ProcessSpec<FulfillmentInput, FulfillmentState> SHIPPED = RESERVED.given(ORDER, ID, paid(), shipped());
    static final ProcessSpec<FulfillmentInput, FulfillmentState> SHORT = HALF.given(INVENTORY, "42", rejected(10));

    private Situations() {}

    static Consumer<FulfillmentState> state(FulfillmentPhase phase, LineStatus eleven, LineStatus fortyTwo) {
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

    static OrderConfirmed confirmed() {
        return new OrderConfirmed(amount("266"), List.of(new ConfirmedLine("11", 12), new ConfirmedLine("42", 10)));
    }

    static StockReserved reserved(long quantity) {
        return new StockReserved(ID, quantity, 100);
    }

    static StockRejected rejected(long quantity) {
        return new StockRejected(ID, quantity, 0);
    }

    static StockReleased released(long quantity) {
        return new StockReleased(ID, quantity, 100);
    }

    static StockShipped left(long quantity) {
        return new StockShipped(ID, quantity, 100);
    }

    static Action.Send reserve(String productId, long quantity) {
        return Action.send(INVENTORY, productId, new ReserveStock(ID, quantity));
    }

    static Action.Send ship(String productId) {
        return Action.send(INVENTORY, productId, new ShipStock(ID));
    }

    static Action.Send release(String productId) {
        return Action.send(INVENTORY, productId, new ReleaseStock(ID));
    }

    static Action.Send cancel(String reason) {
        return Action.send(ORDER, ID, new CancelOrder(reason));
    }
}
