package dev.daybook.orders.context;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.View;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.orders.views.OrderViews;
import java.util.List;

/** The bounded context {@code orders}. */
public final class OrdersContext implements BoundedContext {

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(OrderDecider.ORDER);
    }

    @Override
    public List<View<?, ?>> views() {
        return OrderViews.ALL;
    }
}
