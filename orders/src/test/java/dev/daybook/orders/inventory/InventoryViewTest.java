package dev.daybook.orders.inventory;

import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockLevel;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import dev.daybook.testkit.ViewSpec;
import org.junit.jupiter.api.Test;

class InventoryViewTest {
    private static final ViewSpec<InventoryEvent, StockLevel> STOCK =
            ViewSpec.of(InventoryView.VIEW).id("11").given(new StockReceived(10, 10, 10));

    @Test
    void shows_what_is_there() {
        STOCK.thenRow(new StockLevel("11", 10, 0, 10, 1)).thenFoundBy("depleted", "false");
    }

    @Test
    void shows_what_is_reserved() {
        STOCK.given(new StockReserved("10248", 4, 6))
                .when(new StockReserved("10249", 1, 5))
                .thenRow(new StockLevel("11", 10, 5, 5, 3));
    }

    @Test
    void shows_what_is_left_after_a_shipment() {
        STOCK.given(new StockReserved("10248", 4, 6))
                .when(new StockShipped("10248", 4, 6))
                .thenRow(new StockLevel("11", 6, 0, 6, 3));
    }

    @Test
    void shows_what_was_given_back() {
        STOCK.given(new StockReserved("10248", 4, 6))
                .when(new StockReleased("10248", 4, 10))
                .thenRow(new StockLevel("11", 10, 0, 10, 3));
    }

    @Test
    void finds_what_is_depleted() {
        STOCK.given(new StockReserved("10248", 10, 0))
                .when(new StockDepleted())
                .thenRow(new StockLevel("11", 10, 10, 0, 3))
                .thenFoundBy("depleted", "true");
    }

    @Test
    void shows_a_product_of_which_there_never_was_any() {
        ViewSpec.of(InventoryView.VIEW)
                .id("99")
                .when(new StockRejected("10248", 4, 0))
                .thenRow(new StockLevel("99", 0, 0, 0, 1))
                .thenFoundBy("depleted", "true");
    }
}
