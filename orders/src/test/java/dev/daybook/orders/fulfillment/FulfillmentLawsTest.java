package dev.daybook.orders.fulfillment;

import dev.daybook.orders.FulfillmentPhase;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Many orders over few products, with messages that cross in every way that they can. */
class FulfillmentLawsTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void every_order_ends_and_no_reservation_is_left(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int orders,
            @ForAll @IntRange(max = 150) int stock) {
        var market = new Market(seed, orders, stock);

        market.run();

        market.requireEnd();
        var ends = Statistics.label("ends");
        market.ends().forEach(ends::collect);
        ends.coverage(coverage -> Stream.of(
                        FulfillmentPhase.SHIPPED, FulfillmentPhase.CANCELLED, FulfillmentPhase.REJECTED)
                .forEach(end -> coverage.check(end).percentage(share -> share > 5)));
    }
}
