package dev.daybook.orders.order;

import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.confirmed;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.delivered;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.shipped;

import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.testkit.DeciderSpec;

/** Orders at every stage, for a test to begin with. */
final class Orders {
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> NO_ORDER = DeciderSpec.of(OrderDecider.ORDER);
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> EMPTY = NO_ORDER.given(created());
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> FILLED = EMPTY.given(added());
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> CONFIRMED = FILLED.given(confirmed());
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> PAID = CONFIRMED.given(paid());
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> READY = PAID.given(ready());
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> SHIPPED = READY.given(shipped());
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> DELIVERED = SHIPPED.given(delivered());
    static final DeciderSpec<OrderCommand, OrderEvent, OrderState> CANCELLED =
            CONFIRMED.given(new OrderCancelled("changed my mind", true));

    private Orders() {}
}
