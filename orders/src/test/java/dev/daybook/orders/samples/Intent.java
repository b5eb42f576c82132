package dev.daybook.orders.samples;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmDelivery;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.RemoveItem;
import dev.daybook.orders.ShipOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What a customer, a clerk or a careless program wants next of an order; what is due depends on the order. */
public sealed interface Intent {
    OrderCommand on(OrderState state);

    record Send(OrderCommand command) implements Intent {
        @Override
        public OrderCommand on(OrderState state) {
            return command;
        }
    }

    record PayWhatIsDue() implements Intent {
        @Override
        public OrderCommand on(OrderState state) {
            return new RecordPayment("card", state instanceof Order order ? order.total() : BigDecimal.ZERO);
        }
    }

    /** Any commands after a creation, weighted so that many orders get somewhere. */
    static Arbitrary<List<Intent>> life() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, send(creations())),
                        Tuple.of(8, send(additions())),
                        Tuple.of(3, send(removals())),
                        Tuple.of(3, send(Arbitraries.just(new ConfirmOrder()))),
                        Tuple.of(3, Arbitraries.just(new PayWhatIsDue())),
                        Tuple.of(1, send(amounts().map(amount -> new RecordPayment("card", amount)))),
                        Tuple.of(3, send(Arbitraries.just(new MarkReadyToShip()))),
                        Tuple.of(1, send(Arbitraries.just(new ExpirePayment()))),
                        Tuple.of(3, send(words().map(carrier -> new ShipOrder(carrier, "SE-1")))),
                        Tuple.of(3, send(words().map(ConfirmDelivery::new))),
                        Tuple.of(1, send(words().map(CancelOrder::new))),
                        Tuple.of(2, send(amounts().map(total -> new CorrectTotal(total, "agreed by phone")))))
                .list()
                .ofMaxSize(60)
                .map(Intent::afterCreation);
    }

    private static List<Intent> afterCreation(List<Intent> intents) {
        return Stream.concat(Stream.of(new Send(Samples.createOrder())), intents.stream())
                .toList();
    }

    private static Arbitrary<Intent> send(Arbitrary<? extends OrderCommand> commands) {
        return commands.map(Send::new);
    }

    private static Arbitrary<CreateOrder> creations() {
        return Arbitraries.of("USD", "EUR", "usd").map(currency -> new CreateOrder("VINET", currency, null));
    }

    private static Arbitrary<AddItem> additions() {
        return Combinators.combine(products(), quantities(), prices(), discounts())
                .as(AddItem::new);
    }

    private static Arbitrary<RemoveItem> removals() {
        return Combinators.combine(products(), quantities()).as(RemoveItem::new);
    }

    static Arbitrary<String> products() {
        return Arbitraries.of("tofu", "rice", "chai");
    }

    /** Small ones often, so that removals meet several lines. */
    static Arbitrary<Integer> quantities() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(-1, 9)), Tuple.of(1, Arbitraries.integers()));
    }

    static Arbitrary<BigDecimal> prices() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1"), new BigDecimal("99999999999999.9999"))
                .ofScale(4);
    }

    static Arbitrary<BigDecimal> discounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1.0001"))
                .ofScale(4);
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1"), new BigDecimal("1000"))
                .ofScale(8);
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of("Speedy Express", "United Package", "");
    }
}
