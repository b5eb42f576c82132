package dev.daybook.orders.context;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Publication;
import dev.daybook.core.View;
import dev.daybook.orders.fulfillment.FulfillmentProcess;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.inventory.InventoryView;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.orders.order.OrderPublication;
import dev.daybook.orders.views.OrderViews;
import java.util.List;
import java.util.stream.Stream;

/** The bounded context {@code orders}. */
public final class OrdersContext implements BoundedContext {

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(OrderDecider.ORDER, InventoryDecider.INVENTORY);
    }

    @Override
    public List<BusinessProcess<?, ?>> processes() {
        return List.of(FulfillmentProcess.FULFILLMENT);
    }

    @Override
    public List<Publication<?, ?, ?>> publications() {
        return List.of(OrderPublication.PUBLICATION);
    }

    @Override
    public List<View<?, ?>> views() {
        return Stream.concat(OrderViews.ALL.stream(), Stream.of(InventoryView.VIEW))
                .toList();
    }
}
