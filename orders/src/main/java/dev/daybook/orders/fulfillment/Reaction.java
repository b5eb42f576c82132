package dev.daybook.orders.fulfillment;

import dev.daybook.core.Action;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ExpirePayment;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.FulfillmentPhase;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fulfillment does about what it is told. It knows the fulfillment as it is afterwards. */
final class Reaction {
    /** The timer that ends the wait for the payment. */
    static final String PAYMENT = "payment";

    private static final Duration TIME_TO_PAY = Duration.ofDays(3);

    private Reaction() {}

    static List<Action> to(FulfillmentInput input, Fulfillment now, Instant time) {
        return switch (input) {
            case FulfillmentInput.Confirmed _ -> concat(deadline(now, time), reserve(now), readiness(now));
            case FulfillmentInput.Paid _ -> List.of(Action.cancelTimer(PAYMENT));
            case FulfillmentInput.Shipped _ -> ship(now);
            case FulfillmentInput.Cancelled _ ->
                concat(List.of(Action.cancelTimer(PAYMENT)), releaseAtCancellation(now));
            case FulfillmentInput.Reserved reserved ->
                concat(answerTo(reserved.productId(), now), readiness(now), cancellation(now));
            case FulfillmentInput.Rejected _ -> concat(releaseAtFirstShortage(now), cancellation(now));
            case FulfillmentInput.Released released -> reserveAgain(released.productId(), now);
            case FulfillmentInput.Left _, FulfillmentInput.CancelledBefore _ -> List.of();
        };
    }

    /** An order from before lines were told of was promised no deadline either. */
    private static List<Action> deadline(Fulfillment now, Instant time) {
        return now.lines().isEmpty()
                ? List.of()
                : List.of(Action.at(time.plus(TIME_TO_PAY), PAYMENT, toOrder(now, new ExpirePayment())));
    }

    private static List<Action> reserve(Fulfillment now) {
        return toEach(LineStatus.REQUESTED, now, line -> new ReserveStock(now.orderId(), line.quantity()));
    }

    private static List<Action> ship(Fulfillment now) {
        return toEach(LineStatus.SHIPPING, now, _ -> new ShipStock(now.orderId()));
    }

    private static List<Action> release(Fulfillment now) {
        return toEach(LineStatus.RELEASING, now, _ -> new ReleaseStock(now.orderId()));
    }

    /** After a shortage, they are being released already. */
    private static List<Action> releaseAtCancellation(Fulfillment now) {
        return now.phase() == FulfillmentPhase.CANCELLED ? release(now) : List.of();
    }

    /** At the second, they are being released already. */
    private static List<Action> releaseAtFirstShortage(Fulfillment now) {
        return now.phase() == FulfillmentPhase.SHORT && count(LineStatus.REJECTED, now) == 1 ? release(now) : List.of();
    }

    /** A reservation that comes when the order has ended, or is about to, goes on at once. */
    private static List<Action> answerTo(String productId, Fulfillment now) {
        var only = now.withLines(now.lines().stream()
                .filter(line -> line.productId().equals(productId))
                .toList());
        return concat(release(only), ship(only));
    }

    private static List<Action> reserveAgain(String productId, Fulfillment now) {
        return reserve(now.withLines(now.lines().stream()
                .filter(line -> line.productId().equals(productId))
                .toList()));
    }

    private static List<Action> readiness(Fulfillment now) {
        return now.phase() == FulfillmentPhase.READY ? List.of(toOrder(now, new MarkReadyToShip())) : List.of();
    }

    /** Once all is answered, so that the reason names all that is missing. */
    private static List<Action> cancellation(Fulfillment now) {
        return now.phase() == FulfillmentPhase.SHORT && count(LineStatus.REQUESTED, now) == 0
                ? List.of(toOrder(now, new CancelOrder(reason(now))))
                : List.of();
    }

    private static String reason(Fulfillment now) {
        return having(LineStatus.REJECTED, now)
                .map(FulfillmentLine::productId)
                .collect(Collectors.joining(", ", "not enough of ", ""));
    }

    private static Action.Send toOrder(Fulfillment now, OrderCommand command) {
        return Action.send(OrderDecider.ORDER, now.orderId(), command);
    }

    private static List<Action> toEach(
            LineStatus status, Fulfillment now, Function<FulfillmentLine, InventoryCommand> command) {
        return having(status, now)
                .<Action>map(line -> Action.send(InventoryDecider.INVENTORY, line.productId(), command.apply(line)))
                .toList();
    }

    private static long count(LineStatus status, Fulfillment now) {
        return having(status, now).count();
    }

    private static Stream<FulfillmentLine> having(LineStatus status, Fulfillment now) {
        return now.lines().stream().filter(line -> line.status() == status);
    }

    @SafeVarargs
    private static List<Action> concat(List<Action>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
