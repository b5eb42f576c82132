package dev.daybook.orders.views;

import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a row begins. */
final class Rows {
    private Rows() {}

    /** The row that an order's first event opens, and that all others find. */
    static <R> R opened(@Nullable R row, OrderEvent event, Function<OrderCreated, R> open) {
        if (event instanceof OrderCreated created) {
            return open.apply(created);
        }
        if (row == null) {
            throw new IllegalStateException("Expected OrderCreated to come first, but found " + event);
        }
        return row;
    }
}
