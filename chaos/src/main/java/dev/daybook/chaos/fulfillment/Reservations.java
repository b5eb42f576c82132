package dev.daybook.chaos.fulfillment;

import dev.daybook.orders.Order;
import dev.daybook.orders.OrderStatus;
import java.util.function.Consumer;

/** What is reserved for orders in the end, and what has left for them, compared with what they need. */
record Reservations(OrderBook orders, StockBook stock) {

    void check(Consumer<String> findings) {
        orders.orders()
                .forEach((id, order) -> OrderBook.needs(order).forEach((product, needed) -> {
                    expect(isReady(order) ? needed : 0, stock.reserved(product, id), "reserved", product, id, findings);
                    expect(isShipped(order) ? needed : 0, stock.left(product, id), "shipped", product, id, findings);
                }));
        stock.stocks()
                .forEach((product, each) -> each.reservations().keySet().stream()
                        .filter(order -> !needs(order, product))
                        .forEach(order ->
                                expect(0, stock.reserved(product, order), "reserved", product, order, findings)));
        stock.left()
                .forEach((product, each) -> each.keySet().stream()
                        .filter(order -> !needs(order, product))
                        .forEach(order -> expect(0, stock.left(product, order), "shipped", product, order, findings)));
    }

    private static void expect(
            long expected, long found, String what, String product, String order, Consumer<String> findings) {
        if (expected != found) {
            findings.accept(
                    "Expected %d of %s %s for %s, but found %d".formatted(expected, product, what, order, found));
        }
    }

    private boolean needs(String id, String product) {
        var order = orders.orders().get(id);
        return order != null && OrderBook.needs(order).containsKey(product);
    }

    private static boolean isReady(Order order) {
        return order.status() == OrderStatus.READY_TO_SHIP;
    }

    private static boolean isShipped(Order order) {
        return order.status() == OrderStatus.SHIPPED || order.status() == OrderStatus.DELIVERED;
    }
}
