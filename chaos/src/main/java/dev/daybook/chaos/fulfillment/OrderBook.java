package dev.daybook.chaos.fulfillment;

import dev.daybook.orders.Order;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.orders.order.OrderPublication;
import dev.daybook.orders.published.OrderIntegrationEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Orders as their events make them.
 *
 * @param orders by their ids
 * @param toTell what others are to be told of each
 */
record OrderBook(Map<String, Order> orders, Map<String, List<OrderIntegrationEvent>> toTell) {

    static OrderBook read(List<Entry<OrderEvent>> events) {
        var decider = OrderDecider.ORDER.decider();
        var states = new HashMap<String, OrderState>();
        var toTell = new TreeMap<String, List<OrderIntegrationEvent>>();
        for (var event : events) {
            var before = states.getOrDefault(event.key(), decider.initial());
            var state = decider.evolve(before, event.message(), event.metadata());
            states.put(event.key(), state);
            var told = OrderPublication.PUBLICATION.translation().apply(event.message(), state, event.metadata());
            if (told != null) {
                toTell.computeIfAbsent(event.key(), _ -> new ArrayList<>()).add(told);
            }
        }
        var orders = new TreeMap<String, Order>();
        states.forEach((id, state) -> {
            if (state instanceof Order order) {
                orders.put(id, order);
            }
        });
        return new OrderBook(orders, toTell);
    }

    /** Whether only a person can go on with it, who ships it. */
    boolean waitsForShipment(String id) {
        var order = orders.get(id);
        return order != null && order.status() == OrderStatus.READY_TO_SHIP && order.paid();
    }

    /** How much it needs of each product. */
    static Map<String, Long> needs(Order order) {
        return order.lines().stream()
                .collect(Collectors.groupingBy(
                        OrderLine::productId, TreeMap::new, Collectors.summingLong(OrderLine::quantity)));
    }
}
