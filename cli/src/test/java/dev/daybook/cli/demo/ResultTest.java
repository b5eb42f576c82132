package dev.daybook.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.console.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final Figures EXPECTED = Figures.expected(Northwind.products(), Northwind.orders());

    @Test
    void holds_when_all_is_as_the_data_says() {
        assertThat(result(EXPECTED, 0).holds()).isTrue();
    }

    @Test
    void does_not_hold_when_the_stock_of_a_product_differs() {
        assertThat(result(withLess("11"), 0).holds()).isFalse();
    }

    @Test
    void holds_when_others_had_their_share_of_the_stock() {
        assertThat(result(withLess("11"), 1).holds()).isTrue();
    }

    @Test
    void does_not_hold_when_a_fulfillment_has_failed_whoever_worked_on_the_stock() {
        var failed = new Figures(
                EXPECTED.byStatus(),
                EXPECTED.total(),
                EXPECTED.events(),
                EXPECTED.fulfilled(),
                EXPECTED.stock(),
                EXPECTED.processes(),
                new TreeSet<>(Set.of("10248")));

        assertThat(result(failed, 1).holds()).isFalse();
    }

    private static Figures withLess(String productId) {
        var stock = new HashMap<String, Level>(EXPECTED.stock());
        stock.computeIfPresent(
                productId, (_, level) -> new Level(level.onHand(), level.reserved() + 12, level.available() - 12));
        return new Figures(
                EXPECTED.byStatus(),
                EXPECTED.total(),
                EXPECTED.events(),
                EXPECTED.fulfilled(),
                stock,
                EXPECTED.processes(),
                EXPECTED.failed());
    }

    private static Demo.Result result(Figures found, long stockByOthers) {
        long events = EXPECTED.events() + EXPECTED.fulfilled();
        var log = new LogCount(
                events, EXPECTED.events(), EXPECTED.fulfilled(), events, Set.of(), Set.of(), Set.of(), stockByOthers);
        var statuses = Map.copyOf(EXPECTED.byStatus());
        return new Demo.Result(EXPECTED, found, statuses, new Tally(), log, 1, Json.MAPPER.createArrayNode());
    }
}
