package dev.daybook.orders.inventory;

import dev.daybook.orders.Stock;
import java.util.HashMap;

/** What is set aside of a stock, order by order. */
final class Reservations {
    private Reservations() {}

    static Stock with(String orderId, long quantity, Stock stock) {
        var reservations = new HashMap<>(stock.reservations());
        reservations.put(orderId, quantity);
        return stock.withReservations(reservations).withReserved(stock.reserved() + quantity);
    }

    static Stock without(String orderId, Stock stock) {
        var reservations = new HashMap<>(stock.reservations());
        var quantity = reservations.remove(orderId);
        return quantity == null
                ? stock
                : stock.withReservations(reservations).withReserved(stock.reserved() - quantity);
    }
}
