package dev.daybook.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Decision;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.samples.Intent;
import dev.daybook.testkit.DeciderLaws;
import dev.daybook.testkit.History;
import dev.daybook.testkit.Recorded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class OrderLawsTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void no_sequence_of_commands_breaks_an_order(@ForAll("life") List<Intent> intents) {
        var history = History.of(OrderDecider.ORDER);
        for (var intent : intents) {
            history = DeciderLaws.handle(history, intent.on(history.state()));
            assertThat(history.events().stream().map(Recorded::metadata).mapToLong(metadata -> metadata.version()))
                    .as("versions without gaps")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, history.version()).boxed().toList());
            if (history.state() instanceof Order order) {
                checkTotal(order, eventsOf(history));
                checkStage(order, eventsOf(history));
            }
        }
        Statistics.label("stage")
                .collect(history.state() instanceof Order order ? order.status() : "none")
                .coverage(coverage -> Stream.of(OrderStatus.values())
                        .forEach(stage -> coverage.check(stage).count(count -> count > 0)));
    }

    private static List<OrderEvent> eventsOf(History<?, OrderEvent, ?> history) {
        return history.events().stream().map(Recorded::event).toList();
    }

    private static void checkTotal(Order order, List<OrderEvent> events) {
        assertThat(order.lines()).allSatisfy(line -> {
            assertThat(line.quantity()).isPositive();
            assertThat(line.amount())
                    .isEqualByComparingTo(Amounts.ofLine(line.quantity(), line.unitPrice(), line.discount()));
        });
        var expected = events.stream()
                .filter(OrderTotalCorrected.class::isInstance)
                .map(OrderTotalCorrected.class::cast)
                .map(OrderTotalCorrected::correctedTotal)
                .reduce((earlier, later) -> later)
                .orElseGet(
                        () -> order.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(order.total()).isEqualByComparingTo(expected).isNotNegative();
    }

    private static void checkStage(Order order, List<OrderEvent> events) {
        if (order.confirmedAt() != null) {
            assertThat(order.lines()).isNotEmpty();
        }
        if (order.shippedAt() != null) {
            assertThat(order.paid()).isTrue();
            assertThat(order.status()).isIn(OrderStatus.SHIPPED, OrderStatus.DELIVERED);
            assertThat(events).filteredOn(OrderReadyToShip.class::isInstance).hasSize(1);
        }
        assertThat(events).filteredOn(PaymentReceived.class::isInstance).hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void the_amount_of_any_line_is_exact_and_can_be_written(@ForAll("item") AddItem item) {
        var order = History.of(OrderDecider.ORDER).handle(new CreateOrder("VINET", "USD", null));

        if (order.decide(item) instanceof Decision.Accepted<OrderEvent>(var events)) {
            var added = (ItemAdded) events.getFirst();
            var exact = new BigDecimal(
                    BigInteger.valueOf(item.quantity())
                            .multiply(item.unitPrice().unscaledValue())
                            .multiply(BigInteger.valueOf(10_000)
                                    .subtract(item.discount().unscaledValue())),
                    8);
            assertThat(added.amount()).isEqualTo(exact);
        }
    }

    @Provide
    Arbitrary<List<Intent>> life() {
        return Intent.life();
    }

    @Provide
    Arbitrary<AddItem> item() {
        return Combinators.combine(
                        Intent.products(),
                        Arbitraries.integers().greaterOrEqual(1),
                        Intent.prices(),
                        Intent.discounts())
                .as(AddItem::new);
    }
}
