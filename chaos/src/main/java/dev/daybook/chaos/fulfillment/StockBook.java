package dev.daybook.chaos.fulfillment;

import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.Stock;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import dev.daybook.orders.inventory.InventoryDecider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The stock of all products as its events make it.
 *
 * @param stocks by product
 * @param left how much of each product has left, by order
 */
record StockBook(Map<String, Stock> stocks, Map<String, Map<String, Long>> left) {

    static StockBook read(List<Entry<InventoryEvent>> events, Consumer<String> findings) {
        var decider = InventoryDecider.INVENTORY.decider();
        var stocks = new TreeMap<String, Stock>();
        var left = new TreeMap<String, Map<String, Long>>();
        for (var event : events) {
            var before = stocks.getOrDefault(event.key(), decider.initial());
            var stock = decider.evolve(before, event.message(), event.metadata());
            stocks.put(event.key(), stock);
            check(event, stock, findings);
            if (event.message() instanceof StockShipped shipped) {
                left.computeIfAbsent(event.key(), _ -> new HashMap<>())
                        .merge(shipped.orderId(), shipped.quantity(), Long::sum);
            }
        }
        return new StockBook(stocks, left);
    }

    private static void check(Entry<InventoryEvent> event, Stock stock, Consumer<String> findings) {
        var reserved =
                stock.reservations().values().stream().mapToLong(each -> each).sum();
        var available = stock.onHand() - stock.reserved();
        if (stock.reserved() != reserved) {
            findings.accept("%s: expected %d of %s reserved, the sum of the reservations, but found %d"
                    .formatted(event.place(), reserved, event.key(), stock.reserved()));
        }
        if (available < 0) {
            findings.accept("%s: expected no more of %s reserved than there is, but found %d of %d"
                    .formatted(event.place(), event.key(), stock.reserved(), stock.onHand()));
        }
        if (told(event.message(), available) != available) {
            findings.accept("%s: expected %d of %s to be available, but it tells of %d"
                    .formatted(event.place(), available, event.key(), told(event.message(), available)));
        }
    }

    /** What an event says is available. */
    private static long told(InventoryEvent event, long otherwise) {
        return switch (event) {
            case StockReceived received -> received.available();
            case StockReserved reserved -> reserved.available();
            case StockRejected rejected -> rejected.available();
            case StockReleased released -> released.available();
            case StockDepleted _ -> 0;
            case StockShipped _ -> otherwise;
        };
    }

    long reserved(String product, String order) {
        var stock = stocks.get(product);
        return stock == null ? 0 : stock.reservations().getOrDefault(order, 0L);
    }

    long left(String product, String order) {
        return left.getOrDefault(product, Map.of()).getOrDefault(order, 0L);
    }
}
