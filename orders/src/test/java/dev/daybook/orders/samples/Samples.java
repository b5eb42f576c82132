package dev.daybook.orders.samples;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.ConfirmDelivery;
import dev.daybook.orders.ConfirmedLine;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderDelivered;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.RemoveItem;
import dev.daybook.orders.ShipOrder;
import dev.daybook.orders.ShipTo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Messages of an order. Its line of 12 pieces at 14 comes to 168. */
public final class Samples {
    public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    public static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");

    public static final ShipTo REIMS =
            new ShipTo("Vins et alcools Chevalier", "59 rue de l'Abbaye", "Reims", null, "51100", "France");

    private Samples() {}

    public static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    public static CreateOrder createOrder() {
        return new CreateOrder("VINET", "USD", REIMS);
    }

    public static AddItem add() {
        return add("tofu", 12, "14", "0");
    }

    public static AddItem add(String productId, int quantity, String unitPrice, String discount) {
        return new AddItem(productId, quantity, amount(unitPrice), amount(discount));
    }

    public static RemoveItem remove(int quantity) {
        return new RemoveItem("tofu", quantity);
    }

    public static RecordPayment pay(String amount) {
        return new RecordPayment("card", amount(amount));
    }

    public static ShipOrder ship() {
        return new ShipOrder("Speedy Express", "SE-1");
    }

    public static ConfirmDelivery deliver() {
        return new ConfirmDelivery("Paul Henriot");
    }

    public static OrderCreated created() {
        return new OrderCreated("VINET", "USD", REIMS);
    }

    public static ItemAdded added() {
        return added("tofu", 12, "14", "0", "168");
    }

    public static ItemAdded added(String productId, int quantity, String unitPrice, String discount, String amount) {
        return new ItemAdded(productId, quantity, amount(unitPrice), amount(discount), amount(amount));
    }

    public static OrderConfirmed confirmed() {
        return new OrderConfirmed(amount("168"), List.of(new ConfirmedLine("tofu", 12)));
    }

    public static PaymentReceived paid() {
        return new PaymentReceived("card", amount("168"));
    }

    public static OrderReadyToShip ready() {
        return new OrderReadyToShip();
    }

    public static OrderShipped shipped() {
        return new OrderShipped("Speedy Express", "SE-1");
    }

    public static OrderDelivered delivered() {
        return new OrderDelivered("Paul Henriot");
    }
}
