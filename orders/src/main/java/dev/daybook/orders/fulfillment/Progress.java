package dev.daybook.orders.fulfillment;

import dev.daybook.core.Stage;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.LineStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How a fulfillment goes on, from its order's confirmation to its end. */
final class Progress {
    private static final Set<LineStatus> SETTLED =
            EnumSet.of(LineStatus.REJECTED, LineStatus.RELEASED, LineStatus.SHIPPED);

    private Progress() {}

    static Fulfillment evolve(Fulfillment before, FulfillmentInput input) {
        return switch (input) {
            case FulfillmentInput.Shipped _ ->
                changed(LineStatus.RESERVED, LineStatus.SHIPPING, before).withPhase(FulfillmentPhase.SHIPPED);
            case FulfillmentInput.Cancelled _ ->
                changed(LineStatus.RESERVED, LineStatus.RELEASING, before)
                        .withPhase(
                                before.phase() == FulfillmentPhase.SHORT
                                        ? FulfillmentPhase.REJECTED
                                        : FulfillmentPhase.CANCELLED);
            case FulfillmentInput.Reserved reserved -> reserved(reserved, before);
            case FulfillmentInput.Rejected rejected -> rejected(rejected.productId(), before);
            case FulfillmentInput.Released released -> released(released.productId(), before);
            case FulfillmentInput.Left left ->
                line(left.productId(), before, line -> line.withStatus(LineStatus.SHIPPED));
            case FulfillmentInput.Confirmed _, FulfillmentInput.Paid _, FulfillmentInput.CancelledBefore _ -> before;
        };
    }

    private static Fulfillment reserved(FulfillmentInput.Reserved reserved, Fulfillment before) {
        var status = switch (before.phase()) {
            case RESERVING, READY -> LineStatus.RESERVED;
            case SHIPPED -> LineStatus.SHIPPING;
            case CANCELLED, SHORT, REJECTED -> LineStatus.RELEASING;
        };
        // Another quantity is not what was asked for: someone reserved it by hand.
        var next = line(
                reserved.productId(),
                before,
                line -> line.status() == LineStatus.REQUESTED && line.quantity() == reserved.quantity()
                        ? line.withStatus(status)
                        : line);
        return before.phase() == FulfillmentPhase.RESERVING ? next.withPhase(phaseOf(next.lines())) : next;
    }

    private static Fulfillment rejected(String productId, Fulfillment before) {
        var next = line(
                productId,
                before,
                line -> line.status() == LineStatus.REQUESTED ? line.withStatus(LineStatus.REJECTED) : line);
        boolean isFirst = before.phase() == FulfillmentPhase.RESERVING && !next.equals(before);
        return isFirst
                ? changed(LineStatus.RESERVED, LineStatus.RELEASING, next).withPhase(FulfillmentPhase.SHORT)
                : next;
    }

    /** What was given back without being asked for is reserved again: someone released it by hand. */
    private static Fulfillment released(String productId, Fulfillment before) {
        var next = line(productId, before, line -> switch (line.status()) {
            case RELEASING -> line.withStatus(LineStatus.RELEASED);
            case RESERVED -> line.withStatus(LineStatus.REQUESTED);
            case REQUESTED, REJECTED, RELEASED, SHIPPING, SHIPPED -> line;
        });
        return before.phase() == FulfillmentPhase.READY ? next.withPhase(phaseOf(next.lines())) : next;
    }

    /** Whether reservations are waited for, while none was rejected. */
    static FulfillmentPhase phaseOf(List<FulfillmentLine> lines) {
        return lines.stream().anyMatch(line -> line.status() == LineStatus.REQUESTED)
                ? FulfillmentPhase.RESERVING
                : FulfillmentPhase.READY;
    }

    static Stage stage(Fulfillment fulfillment) {
        return switch (fulfillment.phase()) {
            case RESERVING, READY -> Stage.RUNNING;
            case SHIPPED -> isSettled(fulfillment) ? Stage.COMPLETED : Stage.RUNNING;
            case SHORT -> Stage.COMPENSATING;
            case CANCELLED, REJECTED -> isSettled(fulfillment) ? Stage.COMPLETED : Stage.COMPENSATING;
        };
    }

    private static boolean isSettled(Fulfillment fulfillment) {
        return fulfillment.lines().stream().map(FulfillmentLine::status).allMatch(SETTLED::contains);
    }

    private static Fulfillment changed(LineStatus from, LineStatus to, Fulfillment before) {
        return each(before, line -> line.status() == from ? line.withStatus(to) : line);
    }

    private static Fulfillment line(String productId, Fulfillment before, UnaryOperator<FulfillmentLine> change) {
        return each(before, line -> line.productId().equals(productId) ? change.apply(line) : line);
    }

    private static Fulfillment each(Fulfillment before, UnaryOperator<FulfillmentLine> change) {
        return before.withLines(before.lines().stream().map(change).toList());
    }
}
