package dev.daybook.orders.views;

import dev.daybook.core.View;
import java.util.List;

/** All views over orders. */
public final class OrderViews {
    public static final List<View<?, ?>> ALL =
            List.of(OrderSummaryView.VIEW, OrdersByCustomerView.VIEW, ShippedOrdersView.VIEW, OrderStatusView.VIEW);

    private OrderViews() {}
}
