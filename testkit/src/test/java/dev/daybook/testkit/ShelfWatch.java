package dev.daybook.testkit;

import static dev.daybook.testkit.Shelf.holding;
import static dev.daybook.testkit.Shelf.put;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import dev.daybook.orders.ItemAdded;
import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that is told the last quantity of a shelf, and orders more when one is left. An answer counts as nine. */
class ShelfWatch implements ProcessManager<Integer, OrderLine> {
    static final Aggregate<OrderCommand, OrderEvent, OrderLine> SHELF = Shelf.aggregate(new Shelf());
    static final Action.Send ORDER_MORE = Action.send(SHELF, "s-7", put(5));

    private static final int ANSWERED = 9;

    BusinessProcess<Integer, OrderLine> process() {
        return new BusinessProcess<>(
                "shelf-watch", OrderLine.class, this, List.of(Subscription.to(SHELF, ShelfWatch::hear)));
    }

    private static @Nullable Told<Integer> hear(OrderEvent event, Metadata metadata) {
        return switch (event) {
            case ItemAdded added -> new Told<>(metadata.aggregateId(), added.quantity());
            case ItemRemoved removed -> new Told<>(metadata.aggregateId(), removed.remaining());
            default -> null;
        };
    }

    static OrderLine seen(int quantity) {
        return holding(quantity);
    }

    @Override
    public OrderLine initial() {
        return seen(5);
    }

    @Override
    public OrderLine evolve(OrderLine state, Integer input, Metadata metadata) {
        return seen(input);
    }

    @Override
    public List<Action> react(OrderLine state, Integer input, Metadata metadata) {
        return switch (input) {
            case 1 -> List.of(ORDER_MORE, Action.at(metadata.time().plus(Duration.ofDays(1)), "reminder", ORDER_MORE));
            case ANSWERED -> List.of(Action.cancelTimer("reminder"));
            default -> List.of();
        };
    }

    @Override
    public Stage stage(OrderLine state) {
        return switch (state.quantity()) {
            case 1 -> Stage.COMPENSATING;
            case ANSWERED -> Stage.COMPLETED;
            default -> Stage.RUNNING;
        };
    }

    @Override
    public Integer accepted(Action.Send command) {
        return ANSWERED;
    }

    @Override
    public @Nullable Integer refused(Action.Send command, Decision.Rejected<?> refusal) {
        return refusal.code().equals("sold-out") ? ANSWERED : null;
    }
}
