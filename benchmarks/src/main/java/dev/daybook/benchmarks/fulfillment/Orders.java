package dev.daybook.benchmarks.fulfillment;

import dev.daybook.benchmarks.load.Latencies;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.OrderShipped;
import dev.daybook.orders.PaymentReceived;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The orders that are on their way, as their events tell. For one thread. */
final class Orders {
    private final Way way;
    private final Latencies untilReady = new Latencies();
    private final Map<String, Open> open = new HashMap<>();
    private int ended;

    Orders(Way way) {
        this.way = way;
    }

    /** What follows for the shop from an event. */
    enum Next {
        NOTHING,
        MARK_READY_AND_SHIP,
        SHIP
    }

    private static final class Open {
        private long confirmedNanos;
        private final Set<String> happened = new HashSet<>();
    }

    void begin(String id) {
        open.put(id, new Open());
    }

    int underWay() {
        return open.size();
    }

    int ended() {
        return ended;
    }

    Latencies untilReady() {
        return untilReady;
    }

    /** Notes an event of an order by the full name of its record. */
    Next happened(String id, String type, long nanos) {
        var order = open.get(id);
        if (order == null || !order.happened.add(type)) {
            return Next.NOTHING;
        }
        if (type.equals(OrderConfirmed.CODEC.fullName())) {
            order.confirmedNanos = nanos;
        } else if (type.equals(OrderReadyToShip.CODEC.fullName())) {
            untilReady.record(nanos - order.confirmedNanos);
        } else if (type.equals(OrderShipped.CODEC.fullName()) && way == Way.BARE) {
            end(id);
        }
        return next(order, type);
    }

    private Next next(Open order, String type) {
        var paid = PaymentReceived.CODEC.fullName();
        var ready = OrderReadyToShip.CODEC.fullName();
        return switch (way) {
            case BARE -> type.equals(paid) ? Next.MARK_READY_AND_SHIP : Next.NOTHING;
            case FULFILLED ->
                (type.equals(paid) || type.equals(ready))
                                && order.happened.contains(paid)
                                && order.happened.contains(ready)
                        ? Next.SHIP
                        : Next.NOTHING;
        };
    }

    /** Notes that nothing more is to come of an order. */
    void end(String id) {
        if (open.remove(id) != null) {
            ended++;
        }
    }
}
