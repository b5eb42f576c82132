package dev.daybook.orders.inventory;

import static dev.daybook.orders.inventory.Refusal.BLANK_FIELD;
import static dev.daybook.orders.inventory.Refusal.ID_TOO_LONG;
import static dev.daybook.orders.inventory.Refusal.NOTHING_RESERVED;
import static dev.daybook.orders.inventory.Refusal.QUANTITY_NOT_POSITIVE;
import static dev.daybook.orders.inventory.Refusal.RESERVATION_DIFFERS;
import static dev.daybook.orders.inventory.Refusal.STOCK_TOO_LARGE;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.ReceiveStock;
import dev.daybook.orders.ReleaseStock;
import dev.daybook.orders.ReserveStock;
import dev.daybook.orders.ShipStock;
import dev.daybook.orders.Stock;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The behaviour of the stock of a product. What is reserved never exceeds what is there. That there is not enough is an event
 * and no refusal: it is a fact about the product, and who waits for the reservation hears it as it would hear of the
 * other.
 */
public final class InventoryDecider implements Decider<InventoryCommand, InventoryEvent, Stock> {
    /** The aggregate {@code inventory}. */
    public static final Aggregate<InventoryCommand, InventoryEvent, Stock> INVENTORY = new Aggregate<>(
            "inventory", InventoryCommand.class, InventoryEvent.class, Stock.class, new InventoryDecider());

    /** What an order is called is the key of its messages, and of those of its fulfillment. */
    private static final int LONGEST_ID = 512;

    @Override
    public Stock initial() {
        return new Stock(0, 0, Map.of());
    }

    @Override
    public Decision<InventoryEvent> decide(InventoryCommand command, Stock stock, Metadata metadata) {
        return switch (command) {
            case ReceiveStock receive when receive.quantity() < 1 -> notPositive(receive.quantity());
            case ReceiveStock receive -> receive(receive.quantity(), stock);
            case ReserveStock reserve when reserve.orderId().isBlank() -> blankOrderId();
            case ReserveStock reserve when bytes(reserve.orderId()) > LONGEST_ID -> tooLong(bytes(reserve.orderId()));
            case ReserveStock reserve when reserve.quantity() < 1 -> notPositive(reserve.quantity());
            case ReserveStock reserve -> reserve(reserve, stock);
            case ReleaseStock release when release.orderId().isBlank() -> blankOrderId();
            case ReleaseStock release -> release(release.orderId(), stock);
            case ShipStock ship when ship.orderId().isBlank() -> blankOrderId();
            case ShipStock ship -> ship(ship.orderId(), stock);
        };
    }

    private static Decision<InventoryEvent> receive(long quantity, Stock stock) {
        if (quantity > Long.MAX_VALUE - stock.onHand()) {
            return STOCK_TOO_LARGE.because("Expected a stock that can be counted, but " + stock.onHand() + " and "
                    + quantity + " make more than " + Long.MAX_VALUE);
        }
        return Decision.accept(new StockReceived(quantity, stock.onHand() + quantity, available(stock) + quantity));
    }

    private static Decision<InventoryEvent> reserve(ReserveStock reserve, Stock stock) {
        var reserved = stock.reservations().get(reserve.orderId());
        if (reserved != null) {
            return reserved == reserve.quantity() ? Decision.nothing() : differs(reserved, reserve);
        }
        long left = available(stock) - reserve.quantity();
        if (left < 0) {
            return Decision.accept(new StockRejected(reserve.orderId(), reserve.quantity(), available(stock)));
        }
        var event = new StockReserved(reserve.orderId(), reserve.quantity(), left);
        return left == 0 ? Decision.accept(event, new StockDepleted()) : Decision.accept(event);
    }

    private static Decision<InventoryEvent> release(String orderId, Stock stock) {
        var reserved = stock.reservations().get(orderId);
        return reserved == null
                ? Decision.nothing()
                : Decision.accept(new StockReleased(orderId, reserved, available(stock) + reserved));
    }

    private static Decision<InventoryEvent> ship(String orderId, Stock stock) {
        var reserved = stock.reservations().get(orderId);
        return reserved == null
                ? NOTHING_RESERVED.because("Expected a reservation for the order " + orderId + ", but there is none")
                : Decision.accept(new StockShipped(orderId, reserved, stock.onHand() - reserved));
    }

    @Override
    public Stock evolve(Stock stock, InventoryEvent event, Metadata metadata) {
        return switch (event) {
            case StockReceived received -> stock.withOnHand(received.onHand());
            case StockReserved reserved -> Reservations.with(reserved.orderId(), reserved.quantity(), stock);
            case StockReleased released -> Reservations.without(released.orderId(), stock);
            case StockShipped shipped ->
                Reservations.without(shipped.orderId(), stock).withOnHand(shipped.onHand());
            case StockRejected _, StockDepleted _ -> stock;
        };
    }

    private static long available(Stock stock) {
        return stock.onHand() - stock.reserved();
    }

    private static Decision<InventoryEvent> blankOrderId() {
        return BLANK_FIELD.because("Expected 'orderId' to say something, but it is blank", Map.of("field", "orderId"));
    }

    private static Decision<InventoryEvent> tooLong(int bytes) {
        return ID_TOO_LONG.because(
                "Expected an 'orderId' of at most " + LONGEST_ID + " bytes of UTF-8, but found " + bytes,
                Map.of("field", "orderId"));
    }

    private static int bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Decision<InventoryEvent> notPositive(long quantity) {
        return QUANTITY_NOT_POSITIVE.because("Expected a quantity of 1 or more, but found " + quantity);
    }

    private static Decision<InventoryEvent> differs(long reserved, ReserveStock reserve) {
        return RESERVATION_DIFFERS.because(
                "Expected the quantity that is reserved for the order already, which is " + reserved
                        + ", but was asked for " + reserve.quantity(),
                Map.of("reserved", Long.toString(reserved)));
    }
}
