package dev.daybook.orders.order;

import static dev.daybook.orders.order.Refusal.NOT_ENOUGH_ITEMS;
import static dev.daybook.orders.order.Refusal.ORDER_ALREADY_CONFIRMED;
import static dev.daybook.orders.order.Refusal.TOTAL_TOO_LARGE;

import dev.daybook.core.Decision;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.ConfirmedLine;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.RemoveItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an order, which change only until it is confirmed. */
final class Items {
    private Items() {}

    static Decision<OrderEvent> add(AddItem item, Order order) {
        if (order.status() != OrderStatus.CREATED) {
            return closed(order);
        }
        var amount = Amounts.ofLine(item.quantity(), item.unitPrice(), item.discount());
        if (!Amounts.fits(order.total().add(amount))) {
            return TOTAL_TOO_LARGE.because("Expected a total of at most 30 digits before the point, but "
                    + Amounts.plain(order.total()) + " and " + Amounts.plain(amount) + " make more");
        }
        return Decision.accept(
                new ItemAdded(item.productId(), item.quantity(), item.unitPrice(), item.discount(), amount));
    }

    static Decision<OrderEvent> remove(RemoveItem item, Order order) {
        if (order.status() != OrderStatus.CREATED) {
            return closed(order);
        }
        long available = quantityOf(item.productId(), order);
        if (available < item.quantity()) {
            return NOT_ENOUGH_ITEMS.because(
                    "Expected at least " + item.quantity() + " of the product in the order, but found " + available,
                    Map.of("available", Long.toString(available)));
        }
        return Decision.accept(removals(item, order));
    }

    /** Takes the line added last first, one event for each line that it touches. */
    private static List<OrderEvent> removals(RemoveItem item, Order order) {
        var removals = new ArrayList<OrderEvent>();
        int left = item.quantity();
        for (var line : order.lines().reversed()) {
            if (left > 0 && line.productId().equals(item.productId())) {
                int taken = Math.min(left, line.quantity());
                removals.add(removal(line, taken));
                left -= taken;
            }
        }
        return removals;
    }

    private static ItemRemoved removal(OrderLine line, int taken) {
        return new ItemRemoved(
                line.productId(),
                taken,
                line.quantity() - taken,
                line.unitPrice(),
                line.discount(),
                Amounts.ofLine(taken, line.unitPrice(), line.discount()));
    }

    /** What an order needs of each product, in the order in which they were first added. */
    static List<ConfirmedLine> perProduct(Order order) {
        var quantities = new LinkedHashMap<String, Long>();
        order.lines().forEach(line -> quantities.merge(line.productId(), (long) line.quantity(), Long::sum));
        return quantities.entrySet().stream()
                .map(needed -> new ConfirmedLine(needed.getKey(), needed.getValue()))
                .toList();
    }

    private static long quantityOf(String productId, Order order) {
        return order.lines().stream()
                .filter(line -> line.productId().equals(productId))
                .mapToLong(OrderLine::quantity)
                .sum();
    }

    private static Decision<OrderEvent> closed(Order order) {
        return ORDER_ALREADY_CONFIRMED.because(
                "Expected an order whose items can still change, but it is " + Stages.of(order));
    }
}
