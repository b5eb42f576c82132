package dev.daybook.orders.order;

import static dev.daybook.orders.order.Orders.CONFIRMED;
import static dev.daybook.orders.order.Orders.FILLED;
import static dev.daybook.orders.order.Orders.NO_ORDER;
import static dev.daybook.orders.order.Orders.PAID;
import static dev.daybook.orders.order.Orders.SHIPPED;
import static dev.daybook.orders.samples.Samples.REIMS;
import static dev.daybook.orders.samples.Samples.add;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.pay;
import static dev.daybook.orders.samples.Samples.remove;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmDelivery;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.RemoveItem;
import dev.daybook.orders.ShipOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("blanks")
    void refuses_a_blank(String field, OrderCommand command) {
        NO_ORDER.when(command).thenRejected("blank-field", Map.of("field", field));
    }

    @Test
    void refuses_a_product_that_there_cannot_be() {
        FILLED.when(add("p".repeat(513), 1, "1", "0")).thenRejected("id-too-long", Map.of("field", "productId"));
    }

    static List<Arguments> blanks() {
        return List.of(
                arguments("customerId", new CreateOrder(" ", "USD", null)),
                arguments("shipTo.name", new CreateOrder("VINET", "USD", REIMS.withName(""))),
                arguments("shipTo.address", new CreateOrder("VINET", "USD", REIMS.withAddress("\t"))),
                arguments("shipTo.city", new CreateOrder("VINET", "USD", REIMS.withCity(" \n"))),
                arguments("shipTo.country", new CreateOrder("VINET", "USD", REIMS.withCountry(""))),
                arguments("productId", add("", 1, "1", "0")),
                arguments("productId", new RemoveItem(" ", 1)),
                arguments("method", new RecordPayment(" ", amount("168"))),
                arguments("carrier", new ShipOrder(" ", "SE-1")),
                arguments("trackingNumber", new ShipOrder("Speedy Express", "")),
                arguments("signedBy", new ConfirmDelivery(" ")),
                arguments("reason", new CancelOrder(" ")),
                arguments("reason", new CorrectTotal(amount("1"), "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "USDT", "U$D", "ÜSD"})
    void refuses_what_cannot_be_a_currency(String currency) {
        NO_ORDER.when(new CreateOrder("VINET", currency, null)).thenRejected("invalid-currency");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refuses_a_quantity_below_one(int quantity) {
        FILLED.when(add("tofu", quantity, "1", "0")).thenRejected("quantity-not-positive");
        FILLED.when(remove(quantity)).thenRejected("quantity-not-positive");
    }

    @Test
    void refuses_a_price_below_zero() {
        FILLED.when(add("tofu", 1, "-0.0001", "0")).thenRejected("negative-amount", Map.of("field", "unitPrice"));
    }

    @Test
    void refuses_a_payment_below_zero() {
        CONFIRMED.when(pay("-168")).thenRejected("negative-amount", Map.of("field", "amount"));
    }

    @Test
    void refuses_a_total_below_zero() {
        PAID.when(new CorrectTotal(amount("-0.00000001"), "agreed by phone"))
                .thenRejected("negative-amount", Map.of("field", "correctedTotal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "1.0001", "9.9999"})
    void refuses_a_discount_beyond_the_whole_price(String discount) {
        FILLED.when(add("tofu", 1, "1", discount)).thenRejected("discount-out-of-range");
    }

    @Test
    void judges_the_values_before_the_stage() {
        SHIPPED.when(add("tofu", 0, "1", "0")).thenRejected("quantity-not-positive");
    }

    @Test
    void names_the_first_value_at_fault() {
        FILLED.when(add(" ", 0, "-1", "2")).thenRejected("blank-field");
    }
}
