package dev.daybook.orders.fulfillment;

import dev.daybook.orders.ConfirmedLine;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.FulfillmentState;
import dev.daybook.orders.LineStatus;
import dev.daybook.orders.NoFulfillment;
import java.util.HashMap;

/** What is remembered of an order until it is confirmed, and how its fulfillment begins. */
final class Beginning {
    private Beginning() {}

    static FulfillmentState evolve(NoFulfillment none, FulfillmentInput input) {
        return switch (input) {
            case FulfillmentInput.Confirmed confirmed -> begin(confirmed, none);
            case FulfillmentInput.Reserved reserved -> with(reserved.productId(), reserved.quantity(), none);
            case FulfillmentInput.Released released -> without(released.productId(), none);
            case FulfillmentInput.Left left -> without(left.productId(), none);
            case FulfillmentInput.Paid _,
                    FulfillmentInput.Shipped _,
                    FulfillmentInput.Cancelled _,
                    FulfillmentInput.Rejected _,
                    FulfillmentInput.Overtaken _ -> none;
        };
    }

    private static Fulfillment begin(FulfillmentInput.Confirmed confirmed, NoFulfillment none) {
        var lines = confirmed.lines().stream().map(line -> line(line, none)).toList();
        return new Fulfillment(confirmed.orderId(), Progress.phaseOf(lines), true, lines);
    }

    /** To reserve once more what someone has reserved would make no event to wait for. */
    private static FulfillmentLine line(ConfirmedLine line, NoFulfillment none) {
        boolean reserved = none.reserved().getOrDefault(line.productId(), 0L) == line.quantity();
        return new FulfillmentLine(
                line.productId(), line.quantity(), reserved ? LineStatus.RESERVED : LineStatus.REQUESTED, true);
    }

    private static NoFulfillment with(String productId, long quantity, NoFulfillment none) {
        var reserved = new HashMap<>(none.reserved());
        reserved.put(productId, quantity);
        return none.withReserved(reserved);
    }

    private static NoFulfillment without(String productId, NoFulfillment none) {
        var reserved = new HashMap<>(none.reserved());
        reserved.remove(productId);
        return none.withReserved(reserved);
    }
}
