package dev.daybook.orders.fulfillment;

import dev.daybook.orders.ConfirmedLine;
import java.util.List;

/** What the fulfillment of an order is told. */
public sealed interface FulfillmentInput {

    /** The order became binding. */
    record Confirmed(String orderId, List<ConfirmedLine> lines) implements FulfillmentInput {
        public Confirmed {
            lines = List.copyOf(lines);
        }
    }

    /** The order was paid. */
    record Paid() implements FulfillmentInput {}

    /** The order was handed to a carrier. */
    record Shipped() implements FulfillmentInput {}

    /** The order was cancelled, by whomever. */
    record Cancelled() implements FulfillmentInput {}

    /** A quantity of a product was reserved for the order. */
    record Reserved(String productId, long quantity) implements FulfillmentInput {}

    /** There is not the quantity of a product that was to be reserved for the order. */
    record Rejected(String productId, long quantity) implements FulfillmentInput {}

    /** The reservation of a product was given back. */
    record Released(String productId) implements FulfillmentInput {}

    /** What was reserved of a product has left the stock. */
    record Left(String productId) implements FulfillmentInput {}

    /** What the order was asked came too late: it was cancelled or shipped before. */
    record Overtaken() implements FulfillmentInput {}
}
