package dev.daybook.chaos.fulfillment;

import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.published.OrderIntegrationEvent;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.TimerFired;
import java.util.List;

/**
 * All that is committed of orders, of stock, of the fulfillment between them, and of what others were told; each in the order
 * of its log, partition by partition.
 *
 * @param outbox the ids of the commands that fulfillment sent
 */
public record Books(
        List<Entry<OrderEvent>> orders,
        List<Entry<InventoryEvent>> stock,
        List<Entry<ProcessEvent>> fulfillments,
        List<String> outbox,
        List<Entry<OrderIntegrationEvent>> published) {

    /** How many things happened to instances. */
    public int steps() {
        return fulfillments.size();
    }

    /** How many timers fired. */
    public long missedPayments() {
        return fulfillments.stream()
                .filter(step -> step.message() instanceof TimerFired)
                .count();
    }
}
