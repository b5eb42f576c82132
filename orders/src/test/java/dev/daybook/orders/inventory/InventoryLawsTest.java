package dev.daybook.orders.inventory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.Stock;
import dev.daybook.orders.StockDepleted;
import dev.daybook.orders.StockLevel;
import dev.daybook.orders.StockReceived;
import dev.daybook.orders.StockRejected;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.StockReserved;
import dev.daybook.orders.StockShipped;
import dev.daybook.testkit.DeciderLaws;
import dev.daybook.testkit.History;
import dev.daybook.testkit.ViewLaws;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class InventoryLawsTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void no_sequence_of_commands_breaks_a_stock(@ForAll("life") List<InventoryCommand> commands) {
        var history = History.of(InventoryDecider.INVENTORY).id("11");
        for (var command : commands) {
            var before = history;
            history = DeciderLaws.handle(before, command);
            checkStock(history.state());
            checkEvents(before, history);
        }
        if (!history.events().isEmpty()) {
            checkRow(history);
        }
        Statistics.label("reservations")
                .collect(history.state().reservations().size())
                .coverage(coverage ->
                        List.of(0, 1, 2, 3).forEach(size -> coverage.check(size).count(count -> count > 0)));
    }

    private static void checkStock(Stock stock) {
        var reserved = stock.reservations().values().stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(BigInteger.valueOf(stock.reserved())).isEqualTo(reserved);
        assertThat(stock.onHand() - stock.reserved()).as("available").isNotNegative();
        assertThat(stock.reservations().values())
                .allSatisfy(quantity -> assertThat(quantity).isPositive());
    }

    /** Every event tells what is so after it. */
    private static void checkEvents(
            History<InventoryCommand, InventoryEvent, Stock> before,
            History<InventoryCommand, InventoryEvent, Stock> after) {
        var stock = after.state();
        long available = stock.onHand() - stock.reserved();
        after.events().stream().skip(before.version()).forEach(recorded -> {
            switch (recorded.event()) {
                case StockReceived received -> {
                    assertThat(received.onHand()).isEqualTo(stock.onHand());
                    assertThat(received.available()).isEqualTo(available);
                }
                case StockReserved reserved -> assertThat(reserved.available()).isEqualTo(available);
                case StockRejected rejected -> {
                    assertThat(stock).isEqualTo(before.state());
                    assertThat(rejected.available()).isEqualTo(available).isLessThan(rejected.quantity());
                }
                case StockReleased released -> assertThat(released.available()).isEqualTo(available);
                case StockShipped shipped -> assertThat(shipped.onHand()).isEqualTo(stock.onHand());
                case StockDepleted _ -> assertThat(available).isZero();
            }
        });
    }

    private static void checkRow(History<InventoryCommand, InventoryEvent, Stock> history) {
        var stock = history.state();
        assertThat(requireNonNull(ViewLaws.fold(InventoryView.VIEW, history.events())))
                .isEqualTo(new StockLevel(
                        "11", stock.onHand(), stock.reserved(), stock.onHand() - stock.reserved(), history.version()));
    }

    @Provide
    Arbitrary<List<InventoryCommand>> life() {
        return StockWish.life();
    }
}
