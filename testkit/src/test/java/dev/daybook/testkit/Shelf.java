package dev.daybook.testkit;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.Rollup;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CustomerOrder;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.RemoveItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A decider small enough to be read with its tests: pieces are put on a shelf and taken from it. */
class Shelf implements Decider<OrderCommand, OrderEvent, OrderLine> {

    static DeciderSpec<OrderCommand, OrderEvent, OrderLine> spec(Shelf shelf) {
        return DeciderSpec.of(aggregate(shelf));
    }

    static Aggregate<OrderCommand, OrderEvent, OrderLine> aggregate(Shelf shelf) {
        return new Aggregate<>("shelf", OrderCommand.class, OrderEvent.class, OrderLine.class, shelf);
    }

    /** How much there is, in a row whose other fields do not matter. It lists what is not empty. */
    static final RowView<OrderEvent, CustomerOrder> STOCK = View.of(
                    "stock", 1, aggregate(new Shelf()), CustomerOrder.class, Shelf::stock)
            .listing(row -> row.total().signum() > 0)
            .filteredBy("shelf", CustomerOrder::orderId);

    /** How many pieces lie on small shelves, with less than ten, and on large ones. */
    static final Rollup<OrderEvent, CustomerOrder> STOCK_BY_SIZE = sized(BigDecimal::subtract);

    /** The same with this for subtraction. */
    static Rollup<OrderEvent, CustomerOrder> sized(BinaryOperator<BigDecimal> subtract) {
        return View.rollup(
                "stock-by-size",
                1,
                aggregate(new Shelf()),
                CustomerOrder.class,
                Shelf::contribution,
                CustomerOrder::customerId,
                (one, other) -> one.withTotal(one.total().add(other.total())),
                (sum, part) -> sum.withTotal(subtract.apply(sum.total(), part.total())));
    }

    static CustomerOrder pieces(String size, int total) {
        return new CustomerOrder(size, "", OrderStatus.CREATED, BigDecimal.valueOf(total), "USD", Instant.EPOCH, 0);
    }

    private static CustomerOrder contribution(@Nullable CustomerOrder row, OrderEvent event, Metadata metadata) {
        int total = stock(row, event, metadata).total().intValueExact();
        return pieces(total < 10 ? "small" : "large", total);
    }

    static AddItem put(int quantity) {
        return new AddItem("tofu", quantity, BigDecimal.ONE, BigDecimal.ZERO);
    }

    static RemoveItem take(int quantity) {
        return new RemoveItem("tofu", quantity);
    }

    static ItemAdded wasPut(int quantity) {
        return new ItemAdded("tofu", quantity, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(quantity));
    }

    static ItemRemoved wasTaken(int quantity, int remaining) {
        return new ItemRemoved(
                "tofu", quantity, remaining, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(quantity));
    }

    static OrderLine holding(int quantity) {
        return new OrderLine("tofu", quantity, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(quantity));
    }

    @Override
    public OrderLine initial() {
        return holding(0);
    }

    @Override
    public Decision<OrderEvent> decide(OrderCommand command, OrderLine state, Metadata metadata) {
        return switch (command) {
            case AddItem add -> Decision.accept(wasPut(add.quantity()));
            case RemoveItem take
            when take.quantity() > state.quantity() ->
                Decision.reject(
                        "not-enough",
                        "Expected at least " + take.quantity() + ", but found " + state.quantity(),
                        Map.of("available", Integer.toString(state.quantity())));
            case RemoveItem take -> Decision.accept(wasTaken(take.quantity(), state.quantity() - take.quantity()));
            default -> Decision.nothing();
        };
    }

    @Override
    public OrderLine evolve(OrderLine state, OrderEvent event, Metadata metadata) {
        return switch (event) {
            case ItemAdded added -> holding(state.quantity() + added.quantity());
            case ItemRemoved removed -> holding(removed.remaining());
            default -> state;
        };
    }

    private static CustomerOrder stock(@Nullable CustomerOrder row, OrderEvent event, Metadata metadata) {
        int quantity = switch (event) {
            case ItemAdded added -> (row == null ? 0 : row.total().intValueExact()) + added.quantity();
            case ItemRemoved removed -> removed.remaining();
            default -> 0;
        };
        return new CustomerOrder(
                String.valueOf(metadata.principal()),
                metadata.aggregateId(),
                OrderStatus.CREATED,
                BigDecimal.valueOf(quantity),
                "USD",
                metadata.time(),
                metadata.version());
    }
}
