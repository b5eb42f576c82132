package dev.daybook.processes.topology;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.core.View;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.StatusCount;
import dev.daybook.orders.order.OrderDecider;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are cancelled a day after they were opened, unless they are paid before. An earlier release heard of baskets. The process counts what it is told, and
 * throws at a payment by {@code magic} until it is mended.
 */
final class Reminders implements BoundedContext, ProcessManager<OrderEvent, StatusCount> {
    static final Duration DAY = Duration.ofDays(1);

    private final BusinessProcess<OrderEvent, StatusCount> process = new BusinessProcess<>(
                    "reminder", StatusCount.class, this, List.of(Subscription.to(OrderDecider.ORDER, Reminders::told)))
            .formerlyHearing("basket");
    private boolean mended;

    BusinessProcess<OrderEvent, StatusCount> process() {
        return process;
    }

    void mend() {
        mended = true;
    }

    private static Subscription.@Nullable Told<OrderEvent> told(OrderEvent event, Metadata metadata) {
        return new Subscription.Told<>(metadata.aggregateId(), event);
    }

    @Override
    public StatusCount initial() {
        return new StatusCount(OrderStatus.CREATED, 0);
    }

    @Override
    public StatusCount evolve(StatusCount state, OrderEvent event, Metadata metadata) {
        var next = state.withOrders(state.orders() + 1);
        return event instanceof OrderCancelled ? next.withStatus(OrderStatus.CANCELLED) : next;
    }

    @Override
    public List<Action> react(StatusCount state, OrderEvent event, Metadata metadata) {
        return switch (event) {
            case OrderCreated _ ->
                List.of(Action.at(
                        metadata.time().plus(DAY),
                        "forgotten",
                        Action.send(OrderDecider.ORDER, metadata.aggregateId(), new CancelOrder("forgotten"))));
            case PaymentReceived payment
            when payment.method().equals("magic") && !mended -> throw new IllegalStateException("There is no magic");
            case PaymentReceived _ -> List.of(Action.cancelTimer("forgotten"));
            default -> List.of();
        };
    }

    @Override
    public Stage stage(StatusCount state) {
        return state.status() == OrderStatus.CANCELLED ? Stage.COMPLETED : Stage.RUNNING;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Aggregate<?, ?, ?>> aggregates() {
        return List.of(OrderDecider.ORDER);
    }

    @Override
    public List<View<?, ?>> views() {
        return List.of();
    }

    @Override
    public List<BusinessProcess<?, ?>> processes() {
        return List.of(process);
    }
}
