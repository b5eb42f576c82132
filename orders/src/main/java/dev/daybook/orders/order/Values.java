package dev.daybook.orders.order;

import static dev.daybook.orders.order.Refusal.BLANK_FIELD;
import static dev.daybook.orders.order.Refusal.DISCOUNT_OUT_OF_RANGE;
import static dev.daybook.orders.order.Refusal.ID_TOO_LONG;
import static dev.daybook.orders.order.Refusal.INVALID_CURRENCY;
import static dev.daybook.orders.order.Refusal.NEGATIVE_AMOUNT;
import static dev.daybook.orders.order.Refusal.QUANTITY_NOT_POSITIVE;

import dev.daybook.core.Decision;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmDelivery;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.RemoveItem;
import dev.daybook.orders.ShipOrder;
import dev.daybook.orders.ShipTo;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for the values of a command, which hold whatever the order's state. */
final class Values {
    /** The form of a code and not the list of ISO 4217, which changes with the JDK: decisions must not. */
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private static final int LONGEST_ID = 512;

    private Values() {}

    /** The refusal of the first value that breaks its rule, if any does. */
    static Optional<Decision<OrderEvent>> fault(OrderCommand command) {
        return switch (command) {
            case CreateOrder create ->
                first(text("customerId", create.customerId()), currency(create.currency()), address(create.shipTo()));
            case AddItem item ->
                first(
                        text("productId", item.productId()),
                        id("productId", item.productId()),
                        quantity(item.quantity()),
                        notNegative("unitPrice", item.unitPrice()),
                        discount(item.discount()));
            case RemoveItem item -> first(text("productId", item.productId()), quantity(item.quantity()));
            case ConfirmOrder _, ExpirePayment _, MarkReadyToShip _ -> Optional.empty();
            case RecordPayment payment ->
                first(text("method", payment.method()), notNegative("amount", payment.amount()));
            case ShipOrder shipment ->
                first(text("carrier", shipment.carrier()), text("trackingNumber", shipment.trackingNumber()));
            case ConfirmDelivery delivery -> text("signedBy", delivery.signedBy());
            case CancelOrder cancellation -> text("reason", cancellation.reason());
            case CorrectTotal correction ->
                first(notNegative("correctedTotal", correction.correctedTotal()), text("reason", correction.reason()));
        };
    }

    @SafeVarargs
    private static Optional<Decision<OrderEvent>> first(Optional<Decision<OrderEvent>>... faults) {
        return Stream.of(faults).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Decision<OrderEvent>> text(String field, String value) {
        return require(
                !value.isBlank(),
                () -> BLANK_FIELD.because(
                        "Expected '" + field + "' to say something, but it is blank", Map.of("field", field)));
    }

    /** What is longer is the id of nothing: it fits into no key. */
    private static Optional<Decision<OrderEvent>> id(String field, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8).length;
        return require(
                bytes <= LONGEST_ID,
                () -> ID_TOO_LONG.because(
                        "Expected '" + field + "' to have at most " + LONGEST_ID + " bytes of UTF-8, but found "
                                + bytes,
                        Map.of("field", field)));
    }

    private static Optional<Decision<OrderEvent>> address(@Nullable ShipTo shipTo) {
        return shipTo == null
                ? Optional.empty()
                : first(
                        text("shipTo.name", shipTo.name()),
                        text("shipTo.address", shipTo.address()),
                        text("shipTo.city", shipTo.city()),
                        text("shipTo.country", shipTo.country()));
    }

    private static Optional<Decision<OrderEvent>> currency(String currency) {
        return require(
                CURRENCY.matcher(currency).matches(),
                () -> INVALID_CURRENCY.because(
                        "Expected the three capital letters of a currency, such as 'USD', but found "
                                + shown(currency)));
    }

    /** A refusal is kept for as long as outcomes are: it does not repeat what may be long. */
    private static String shown(String text) {
        return text.length() <= 10 ? "'" + text + "'" : text.length() + " characters";
    }

    private static Optional<Decision<OrderEvent>> quantity(int quantity) {
        return require(
                quantity > 0,
                () -> QUANTITY_NOT_POSITIVE.because("Expected a quantity of 1 or more, but found " + quantity));
    }

    private static Optional<Decision<OrderEvent>> notNegative(String field, BigDecimal amount) {
        return require(
                amount.signum() >= 0,
                () -> NEGATIVE_AMOUNT.because(
                        "Expected '" + field + "' to be 0 or more, but found " + Amounts.plain(amount),
                        Map.of("field", field)));
    }

    private static Optional<Decision<OrderEvent>> discount(BigDecimal discount) {
        return require(
                discount.signum() >= 0 && discount.compareTo(BigDecimal.ONE) <= 0,
                () -> DISCOUNT_OUT_OF_RANGE.because(
                        "Expected a discount from 0 to 1, but found " + Amounts.plain(discount)));
    }

    private static Optional<Decision<OrderEvent>> require(boolean holds, Supplier<Decision<OrderEvent>> refusal) {
        return holds ? Optional.empty() : Optional.of(refusal.get());
    }
}
