package dev.daybook.testkit.determinism;

import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A process that remembers the last that it was told, and looks around, where it must not, in one place. */
record Bystander(Place place) implements ProcessManager<String, OrderLine> {
    static final Action.Send COMMAND = new Action.Send("order", "10248", new CancelOrder("late"));

    /** Where a process says something. */
    enum Place {
        INSTANCE,
        TRANSLATION,
        STATE,
        ACTION,
        TIMER,
        STAGE,
        ACCEPTED,
        REFUSED,
        NOWHERE;

        String process() {
            return "bystander-" + name().toLowerCase(Locale.ROOT);
        }
    }

    BusinessProcess<String, OrderLine> process() {
        return new BusinessProcess<>(
                place.process(),
                OrderLine.class,
                this,
                List.of(new Subscription<>("order", OrderEvent.class, this::hear)));
    }

    private String seen(Place here, String otherwise) {
        return here == place ? ZoneId.systemDefault().toString() : otherwise;
    }

    private @Nullable Told<String> hear(OrderEvent event, Metadata metadata) {
        return event instanceof OrderCancelled
                ? new Told<>(seen(Place.INSTANCE, metadata.aggregateId()), seen(Place.TRANSLATION, "cancelled"))
                : null;
    }

    @Override
    public OrderLine initial() {
        return new OrderLine("nothing", 0, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Override
    public OrderLine evolve(OrderLine state, String input, Metadata metadata) {
        return state.withProductId(seen(Place.STATE, input)).withQuantity(state.quantity() + 1);
    }

    @Override
    public List<Action> react(OrderLine state, String input, Metadata metadata) {
        return List.of(
                new Action.Send("order", "10248", new CancelOrder(seen(Place.ACTION, "late"))),
                Action.at(metadata.time(), seen(Place.TIMER, "later"), COMMAND),
                Action.cancelTimer("never"));
    }

    @Override
    public Stage stage(OrderLine state) {
        return seen(Place.STAGE, "Z").startsWith("P") ? Stage.COMPLETED : Stage.RUNNING;
    }

    @Override
    public @Nullable String accepted(Action.Send command) {
        return seen(Place.ACCEPTED, "accepted");
    }

    @Override
    public @Nullable String refused(Action.Send command, Decision.Rejected<?> refusal) {
        return seen(Place.REFUSED, refusal.code());
    }
}
