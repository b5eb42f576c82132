package dev.daybook.orders.order;

import static dev.daybook.orders.order.Refusal.ORDER_ALREADY_PAID;
import static dev.daybook.orders.order.Refusal.WRONG_AMOUNT;

import dev.daybook.core.Decision;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.RecordPayment;
import java.util.Map;

/** What a confirmed order costs, and its payment. */
final class Payments {
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
