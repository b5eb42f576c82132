package dev.daybook.orders.inventory;

import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.ReceiveStock;
import dev.daybook.orders.ReleaseStock;
import dev.daybook.orders.ReserveStock;
import dev.daybook.orders.ShipStock;
import dev.daybook.orders.Stock;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import dev.daybook.testkit.DeciderSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryDeciderTest {
    private static final DeciderSpec<InventoryCommand, InventoryEvent, Stock> NONE =
            DeciderSpec.of(InventoryDecider.INVENTORY);
    private static final DeciderSpec<InventoryCommand, InventoryEvent, Stock> TEN =
            NONE.given(new StockReceived(10, 10, 10));
    private static final DeciderSpec<InventoryCommand, InventoryEvent, Stock> FOUR_RESERVED =
            TEN.given(new StockReserved("10248", 4, 6));

    @Test
    void receives_stock_of_a_product_that_is_new_or_known() {
        NONE.when(new ReceiveStock(10)).then(new StockReceived(10, 10, 10)).thenState(new Stock(10, 0, Map.of()));
        FOUR_RESERVED
                .when(new ReceiveStock(5))
                .then(new StockReceived(5, 15, 11))
                .thenState(new Stock(15, 4, Map.of("10248", 4L)));
    }

    @Test
    void reserves_what_is_available() {
        TEN.when(new ReserveStock("10248", 4))
                .then(new StockReserved("10248", 4, 6))
                .thenState(new Stock(10, 4, Map.of("10248", 4L)));
        FOUR_RESERVED
                .when(new ReserveStock("10249", 5))
                .then(new StockReserved("10249", 5, 1))
                .thenState(new Stock(10, 9, Map.of("10248", 4L, "10249", 5L)));
    }

    @Test
    void says_so_when_the_last_is_reserved() {
        FOUR_RESERVED
                .when(new ReserveStock("10249", 6))
                .then(new StockReserved("10249", 6, 0), new StockDepleted())
                .thenState(new Stock(10, 10, Map.of("10248", 4L, "10249", 6L)));
    }

    @Test
    void tells_of_a_shortage_and_reserves_nothing() {
        FOUR_RESERVED
                .when(new ReserveStock("10249", 7))
                .then(new StockRejected("10249", 7, 6))
                .thenState(new Stock(10, 4, Map.of("10248", 4L)));
        NONE.when(new ReserveStock("10249", 1)).then(new StockRejected("10249", 1, 0));
        TEN.when(new ReserveStock("10249", Long.MAX_VALUE)).then(new StockRejected("10249", Long.MAX_VALUE, 10));
    }

    @Test
    void reserves_after_a_shortage_what_came_in_since() {
        FOUR_RESERVED
                .given(new StockRejected("10249", 7, 6), new StockReceived(1, 11, 7))
                .when(new ReserveStock("10249", 7))
                .then(new StockReserved("10249", 7, 0), new StockDepleted());
    }

    @Test
    void has_nothing_to_do_when_an_order_has_its_reservation() {
        FOUR_RESERVED.when(new ReserveStock("10248", 4)).thenNothing();
    }

    @Test
    void refuses_another_quantity_for_an_order_that_has_a_reservation() {
        FOUR_RESERVED.when(new ReserveStock("10248", 5)).thenRejected("reservation-differs", Map.of("reserved", "4"));
    }

    @Test
    void gives_back_what_was_reserved() {
        FOUR_RESERVED
                .when(new ReleaseStock("10248"))
                .then(new StockReleased("10248", 4, 10))
                .thenState(new Stock(10, 0, Map.of()));
    }

    @Test
    void has_nothing_to_give_back_when_nothing_is_reserved() {
        FOUR_RESERVED.when(new ReleaseStock("10249")).thenNothing();
        NONE.when(new ReleaseStock("10248")).thenNothing();
    }

    @Test
    void ships_what_was_reserved() {
        FOUR_RESERVED
                .when(new ShipStock("10248"))
                .then(new StockShipped("10248", 4, 6))
                .thenState(new Stock(6, 0, Map.of()));
    }

    @Test
    void refuses_to_ship_what_is_not_reserved() {
        FOUR_RESERVED.when(new ShipStock("10249")).thenRejected("nothing-reserved");
        FOUR_RESERVED
                .given(new StockShipped("10248", 4, 6))
                .when(new ShipStock("10248"))
                .thenRejected("nothing-reserved");
        FOUR_RESERVED
                .given(new StockReleased("10248", 4, 10))
                .when(new ShipStock("10248"))
                .thenRejected("nothing-reserved");
    }

    @Test
    void refuses_to_reserve_for_an_order_that_cannot_have_that_id() {
        var longest = "é".repeat(256);

        TEN.when(new ReserveStock(longest, 4)).then(new StockReserved(longest, 4, 6));
        TEN.when(new ReserveStock(longest + "x", 4)).thenRejected("id-too-long", Map.of("field", "orderId"));
    }

    @Test
    void refuses_a_quantity_below_one() {
        NONE.when(new ReceiveStock(0)).thenRejected("quantity-not-positive");
        NONE.when(new ReceiveStock(Long.MIN_VALUE)).thenRejected("quantity-not-positive");
        TEN.when(new ReserveStock("10248", 0)).thenRejected("quantity-not-positive");
        TEN.when(new ReserveStock("10248", -1)).thenRejected("quantity-not-positive");
    }

    @Test
    void refuses_an_order_id_that_says_nothing() {
        TEN.when(new ReserveStock(" ", 1)).thenRejected("blank-field", Map.of("field", "orderId"));
        TEN.when(new ReleaseStock("")).thenRejected("blank-field", Map.of("field", "orderId"));
        TEN.when(new ShipStock("\t")).thenRejected("blank-field", Map.of("field", "orderId"));
    }

    @Test
    void takes_ids_that_differ_a_little_for_different_orders() {
        FOUR_RESERVED.when(new ReserveStock("10248 ", 2)).then(new StockReserved("10248 ", 2, 4));
    }

    @Test
    void refuses_more_than_can_be_counted() {
        TEN.when(new ReceiveStock(Long.MAX_VALUE - 9)).thenRejected("stock-too-large");
        FOUR_RESERVED
                .when(new ReceiveStock(Long.MAX_VALUE - 10))
                .then(new StockReceived(Long.MAX_VALUE - 10, Long.MAX_VALUE, Long.MAX_VALUE - 4));
    }
}
