package dev.daybook.orders.inventory;

import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.ReceiveStock;
import dev.daybook.orders.ReleaseStock;
import dev.daybook.orders.ReserveStock;
import dev.daybook.orders.ShipStock;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any commands to the stock of a product, by few orders, so that they meet. */
public final class StockWish {
    private StockWish() {}

    public static Arbitrary<List<InventoryCommand>> life() {
        return Arbitraries.<InventoryCommand>frequencyOf(
                        Tuple.of(3, quantities().map(ReceiveStock::new)),
                        Tuple.of(6, Combinators.combine(orders(), quantities()).as(ReserveStock::new)),
                        Tuple.of(2, orders().map(ReleaseStock::new)),
                        Tuple.of(2, orders().map(ShipStock::new)))
                .list()
                .ofMaxSize(60);
    }

    private static Arbitrary<String> orders() {
        return Arbitraries.frequency(
                Tuple.of(5, "10248"), Tuple.of(5, "10249"), Tuple.of(5, "10250"), Tuple.of(1, " "));
    }

    /** Small ones often, and the largest that there are, so that counts come to their end. */
    private static Arbitrary<Long> quantities() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.longs().between(-1, 9)),
                Tuple.of(1, Arbitraries.longs().between(Long.MAX_VALUE - 9, Long.MAX_VALUE)));
    }
}
