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
        var market = new Market(seed, orders, stock, 0);

        market.run();

        market.requireEnd();
        var ends = Statistics.label("ends");
        market.ends().forEach(ends::collect);
        ends.coverage(coverage -> Stream.of(
                        FulfillmentPhase.SHIPPED, FulfillmentPhase.CANCELLED, FulfillmentPhase.REJECTED)
                .forEach(end -> coverage.check(end).percentage(share -> share > 5)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void every_order_ends_and_only_what_people_reserved_is_left_when_they_work_on_the_stock_too(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int orders,
            @ForAll @IntRange(max = 50) int stock,
            @ForAll @IntRange(min = 1, max = 40) int handiwork) {
        var market = new Market(seed, orders, stock, handiwork);

        market.run();

        market.requireEnd();
    }
}
