package dev.daybook.orders.fulfillment;

import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentState;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.NoFulfillment;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.order.OrderDecider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The process {@code fulfillment}, one instance for each order that was confirmed. It reserves what the order needs, and says
 * when the order is ready; if something is missing, it gives back what it reserved and cancels the order. It cancels an order that
 * is not paid in time. When the order is shipped, what was reserved leaves the stock.
 *
 * <p>Events of different aggregates cross: an order is cancelled while reservations for it are under way, or short of two products
 * at once, and people work on the stock by hand. So each line has a status of its own, and whatever is reserved after the order
 * has ended is given back when that is heard. An instance is completed when its order has ended and no line waits for anything.
 */
public final class FulfillmentProcess implements ProcessManager<FulfillmentInput, FulfillmentState> {
    /** The process {@code fulfillment}. */
    public static final BusinessProcess<FulfillmentInput, FulfillmentState> FULFILLMENT = new BusinessProcess<>(
            "fulfillment",
            FulfillmentState.class,
            new FulfillmentProcess(),
            List.of(
                    Subscription.to(OrderDecider.ORDER, Hearing::ofOrder),
                    Subscription.to(InventoryDecider.INVENTORY, Hearing::ofInventory)));

    @Override
    public FulfillmentState initial() {
        return new NoFulfillment(Map.of());
    }

    @Override
    public FulfillmentState evolve(FulfillmentState state, FulfillmentInput input, Metadata metadata) {
        return switch (state) {
            case NoFulfillment none -> Beginning.evolve(none, input);
            case Fulfillment fulfillment -> Progress.evolve(fulfillment, input);
        };
    }

    @Override
    public List<Action> react(FulfillmentState state, FulfillmentInput input, Metadata metadata) {
        return switch (state) {
            case NoFulfillment _ -> List.of();
            case Fulfillment fulfillment -> Reaction.to(input, fulfillment, metadata.time());
        };
    }

    @Override
    public Stage stage(FulfillmentState state) {
        return switch (state) {
            // Someone reserved by hand for an order that is not confirmed: that is not for this process to undo.
            case NoFulfillment _ -> Stage.COMPLETED;
            case Fulfillment fulfillment -> Progress.stage(fulfillment);
        };
    }

    @Override
    public @Nullable FulfillmentInput refused(Action.Send command, Decision.Rejected<?> refusal) {
        // What overtook it is heard as an event, before this or after it.
        return switch (command.command()) {
            case MarkReadyToShip _ when refusal.code().equals("order-cancelled") -> new FulfillmentInput.Overtaken();
            case CancelOrder _ when refusal.code().equals("order-already-shipped") -> new FulfillmentInput.Overtaken();
            default -> null;
        };
    }
}
