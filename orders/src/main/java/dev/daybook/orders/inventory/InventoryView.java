package dev.daybook.orders.inventory;

import dev.daybook.core.Metadata;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockLevel;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import org.jspecify.annotations.Nullable;

/** The stock of every product; {@code ?depleted=true} asks for what is all reserved or gone. */
public final class InventoryView {
    public static final RowView<InventoryEvent, StockLevel> VIEW = View.of(
                    "inventory", 1, InventoryDecider.INVENTORY, StockLevel.class, InventoryView::fold)
            .filteredByFlag("depleted", row -> row.available() == 0);

    private InventoryView() {}

    private static StockLevel fold(@Nullable StockLevel before, InventoryEvent event, Metadata metadata) {
        var row = before == null ? new StockLevel(metadata.aggregateId(), 0, 0, 0, 0) : before;
        var next = switch (event) {
            case StockReceived received -> row.withOnHand(received.onHand()).withAvailable(received.available());
            case StockReserved reserved ->
                row.withReserved(row.reserved() + reserved.quantity()).withAvailable(reserved.available());
            case StockReleased released ->
                row.withReserved(row.reserved() - released.quantity()).withAvailable(released.available());
            case StockShipped shipped ->
                row.withReserved(row.reserved() - shipped.quantity()).withOnHand(shipped.onHand());
            case StockRejected _, StockDepleted _ -> row;
        };
        return next.withVersion(metadata.version());
    }
}
