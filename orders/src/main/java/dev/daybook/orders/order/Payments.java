package dev.daybook.orders.order;

import static dev.daybook.orders.order.Refusal.ORDER_ALREADY_PAID;
import static dev.daybook.orders.order.Refusal.WRONG_AMOUNT;

import dev.daybook.core.Decision;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.RecordPayment;
import java.util.Map;

/** What a confirmed order costs, and its payment. */
final class Payments {
    private static final String NOT_PAID_IN_TIME = "not paid in time";

    private Payments() {}

    static Decision<OrderEvent> record(RecordPayment payment, Order order) {
        if (order.status() == OrderStatus.CREATED) {
            return Stages.notConfirmed(order);
        }
        if (order.paid()) {
            return ORDER_ALREADY_PAID.because(
                    "Expected an order that is not paid yet, but it was paid at " + order.paidAt());
        }
        if (!Amounts.same(payment.amount(), order.total())) {
            return WRONG_AMOUNT.because(
                    "Expected the amount due, " + Amounts.due(order) + ", but found " + Amounts.plain(payment.amount()),
                    Map.of("amountDue", Amounts.plain(order.total())));
        }
        return Decision.accept(new PaymentReceived(payment.method(), payment.amount()));
    }

    /** Who sends it does not know whether the payment came in the meantime: that it did is no fault of anyone's. */
    static Decision<OrderEvent> expire(Order order) {
        return switch (order.status()) {
            case CREATED -> Stages.notConfirmed(order);
            case CONFIRMED, READY_TO_SHIP ->
                order.paid() ? Decision.nothing() : Decision.accept(new OrderCancelled(NOT_PAID_IN_TIME, true));
            case SHIPPED, DELIVERED, CANCELLED -> Decision.nothing();
        };
    }

    static Decision<OrderEvent> correct(CorrectTotal correction, Order order) {
        if (order.status() == OrderStatus.CREATED) {
            return Stages.notConfirmed(order);
        }
        if (Amounts.same(correction.correctedTotal(), order.total())) {
            return Decision.nothing();
        }
        return Decision.accept(
                new OrderTotalCorrected(order.total(), correction.correctedTotal(), correction.reason()));
    }
}
