package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.EMPTY;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.PAID;
import static dev.daybook.orders.order.Orders.READY;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.add;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.pay;
import static dev.daybook.orders.samples.Samples.ready;

import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.RecordPayment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentTest {

    @Test
    void records_the_payment_of_the_amount_due() {
        CONFIRMED
                .when(new RecordPayment("invoice", amount("168.00")))
                .then(new PaymentReceived("invoice", amount("168")));
    }

    @Test
    void records_the_payment_of_an_order_that_is_ready() {
        CONFIRMED.given(ready()).when(pay("168")).then(paid());
    }

    @Test
    void refuses_a_payment_before_confirmation() {
        FILLED.when(pay("168")).thenRejected("order-not-confirmed");
    }

    @Test
    void refuses_less_than_the_amount_due() {
        CONFIRMED.when(pay("167.99999999")).thenRejected("wrong-amount", Map.of("amountDue", "168"));
    }

    @Test
    void refuses_more_than_the_amount_due() {
        CONFIRMED.when(pay("168.00000001")).thenRejected("wrong-amount", Map.of("amountDue", "168"));
    }

    @Test
    void takes_the_corrected_total_for_the_amount_due() {
        var corrected = CONFIRMED.givenCommands(new CorrectTotal(amount("150.5"), "agreed by phone"));
        corrected.when(pay("168")).thenRejected("wrong-amount", Map.of("amountDue", "150.5"));
        corrected.when(pay("150.5")).then(new PaymentReceived("card", amount("150.5")));
    }

    @Test
    void records_that_nothing_was_paid_for_what_costs_nothing() {
        EMPTY.givenCommands(add("leaflet", 1, "0", "0"), new ConfirmOrder())
                .when(pay("0"))
                .then(new PaymentReceived("card", amount("0")));
    }

    @Test
    void refuses_a_second_payment() {
        PAID.when(pay("168")).thenRejected("order-already-paid");
        READY.when(pay("168")).thenRejected("order-already-paid");
        SHIPPED.when(pay("168")).thenRejected("order-already-paid");
        DELIVERED.when(pay("168")).thenRejected("order-already-paid");
    }

    @Test
    void refuses_a_second_payment_after_a_correction() {
        PAID.givenCommands(new CorrectTotal(amount("170"), "freight forgotten"))
                .when(pay("2"))
                .thenRejected("order-already-paid");
    }
}
