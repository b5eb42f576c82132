package dev.daybook.orders.fulfillment;

import dev.daybook.core.Action;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.LineStatus;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.ReleaseStock;
import dev.daybook.orders.ReserveStock;
import dev.daybook.orders.ShipStock;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.order.OrderDecider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fulfillment does about what it is told: what was changed by it asks for commands, and nothing else does. */
final class Reaction {
    /** The timer that ends the wait for the payment. */
    static final String PAYMENT = "payment";

    private static final Duration TIME_TO_PAY = Duration.ofDays(3);

    private Reaction() {}

    /** What follows from an input, of which the fulfillment knows already. */
    static List<Action> to(FulfillmentInput input, Fulfillment now, Instant time) {
        var lines = now.lines().stream()
                .filter(FulfillmentLine::moved)
                .flatMap(line -> toStock(line, now.orderId()).map(command -> toInventory(line, command)).stream());
        return Stream.of(deadline(input, now, time), lines, now.turned() ? toOrder(now) : Stream.<Action>empty())
                .flatMap(actions -> actions)
                .toList();
    }

    private static Stream<Action> deadline(FulfillmentInput input, Fulfillment now, Instant time) {
        return switch (input) {
            case FulfillmentInput.Confirmed _ -> deadline(now, time);
            case FulfillmentInput.Paid _, FulfillmentInput.Cancelled _ -> Stream.of(Action.cancelTimer(PAYMENT));
            case FulfillmentInput.Shipped _,
                    FulfillmentInput.Reserved _,
                    FulfillmentInput.Rejected _,
                    FulfillmentInput.Released _,
                    FulfillmentInput.Left _,
                    FulfillmentInput.Overtaken _ -> Stream.empty();
        };
    }

    /** An order from before lines were told of was promised no deadline either. */
    private static Stream<Action> deadline(Fulfillment now, Instant time) {
        return now.lines().isEmpty()
                ? Stream.empty()
                : Stream.of(Action.at(time.plus(TIME_TO_PAY), PAYMENT, toOrder(now, new ExpirePayment())));
    }

    private static Optional<InventoryCommand> toStock(FulfillmentLine line, String orderId) {
        return switch (line.status()) {
            case REQUESTED -> Optional.of(new ReserveStock(orderId, line.quantity()));
            case RELEASING -> Optional.of(new ReleaseStock(orderId));
            case SHIPPING -> Optional.of(new ShipStock(orderId));
            case RESERVED, REJECTED, RELEASED, SHIPPED -> Optional.empty();
        };
    }

    private static Stream<Action> toOrder(Fulfillment now) {
        return switch (now.phase()) {
            case READY -> Stream.of(toOrder(now, new MarkReadyToShip()));
            // All is answered, so that the reason names all that is missing.
            case CANCELLING -> Stream.of(toOrder(now, new CancelOrder(reason(now))));
            case RESERVING, SHIPPED, CANCELLED, SHORT, REJECTED -> Stream.empty();
        };
    }

    /** What was missing may have come meanwhile, but it is given back already. */
    private static String reason(Fulfillment now) {
        var missing = now.lines().stream()
                .filter(line -> line.status() == LineStatus.REJECTED)
                .map(FulfillmentLine::productId)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "not enough in time" : "not enough of " + missing;
    }

    private static Action.Send toOrder(Fulfillment now, OrderCommand command) {
        return Action.send(OrderDecider.ORDER, now.orderId(), command);
    }

    private static Action toInventory(FulfillmentLine line, InventoryCommand command) {
        return Action.send(InventoryDecider.INVENTORY, line.productId(), command);
    }
}
