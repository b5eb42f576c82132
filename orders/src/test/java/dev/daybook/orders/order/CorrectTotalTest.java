package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.DELIVERED;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.PAID;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.amount;

import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.OrderTotalCorrected;
import org.junit.jupiter.api.Test;

class CorrectTotalTest {

    @Test
    void corrects_the_total_from_confirmation_on() {
        var corrected = new OrderTotalCorrected(amount("168"), amount("160"), "agreed by phone");
        CONFIRMED.when(correctTo("160")).then(corrected);
        PAID.when(correctTo("160")).then(corrected);
        SHIPPED.when(correctTo("160")).then(corrected);
        DELIVERED.when(correctTo("160")).then(corrected);
    }

    @Test
    void corrects_a_corrected_total() {
        CONFIRMED
                .givenCommands(correctTo("160"))
                .when(correctTo("168"))
                .then(new OrderTotalCorrected(amount("160"), amount("168"), "agreed by phone"));
    }

    @Test
    void corrects_the_total_to_nothing() {
        CONFIRMED.when(correctTo("0")).then(new OrderTotalCorrected(amount("168"), amount("0"), "agreed by phone"));
    }

    @Test
    void has_nothing_to_do_when_the_total_is_right() {
        CONFIRMED.when(correctTo("168.00")).thenNothing();
    }

    @Test
    void refuses_a_correction_before_confirmation() {
        FILLED.when(correctTo("160")).thenRejected("order-not-confirmed");
    }

    private static CorrectTotal correctTo(String total) {
        return new CorrectTotal(amount(total), "agreed by phone");
    }
}
