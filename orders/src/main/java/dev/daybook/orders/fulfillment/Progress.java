package dev.daybook.orders.fulfillment;

import dev.daybook.core.Stage;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.LineStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How a fulfillment goes on, from its order's confirmation to its end. */
final class Progress {
    /** After the shipment nothing is rejected, and what is released was reserved once more than was shipped. */
    private static final Set<LineStatus> SETTLED =
            EnumSet.of(LineStatus.REJECTED, LineStatus.RELEASED, LineStatus.SHIPPED);

    private Progress() {}

    static Fulfillment evolve(Fulfillment before, FulfillmentInput input) {
        var next = heard(before, input);
        var lines = new ArrayList<FulfillmentLine>();
        for (int i = 0; i < next.lines().size(); i++) {
            var line = next.lines().get(i);
            lines.add(line.withMoved(line.status() != before.lines().get(i).status()));
        }
        return next.withLines(lines).withTurned(next.phase() != before.phase());
    }

    private static Fulfillment heard(Fulfillment before, FulfillmentInput input) {
        return switch (input) {
            case FulfillmentInput.Shipped _ ->
                each(before, Progress::toBeShipped).withPhase(FulfillmentPhase.SHIPPED);
            case FulfillmentInput.Cancelled _ -> cancelled(before);
            case FulfillmentInput.Reserved reserved -> answered(reserved(reserved, before));
            case FulfillmentInput.Rejected rejected -> answered(rejected(rejected, before));
            case FulfillmentInput.Released released -> released(released.productId(), before);
            case FulfillmentInput.Left left -> line(left.productId(), before, Progress::left);
            case FulfillmentInput.Confirmed _, FulfillmentInput.Paid _, FulfillmentInput.Overtaken _ -> before;
        };
    }

    /** Someone may ship an order that lacks something: then it is reserved again, if there is enough by now. */
    private static LineStatus toBeShipped(LineStatus status) {
        return switch (status) {
            case RESERVED -> LineStatus.SHIPPING;
            case REJECTED, RELEASING, RELEASED -> LineStatus.REQUESTED;
            case REQUESTED, SHIPPING, SHIPPED -> status;
        };
    }

    private static Fulfillment cancelled(Fulfillment before) {
        var phase = switch (before.phase()) {
            case SHORT, CANCELLING, REJECTED -> FulfillmentPhase.REJECTED;
            case RESERVING, READY, SHIPPED, CANCELLED -> FulfillmentPhase.CANCELLED;
        };
        return releasing(before).withPhase(phase);
    }

    private static Fulfillment releasing(Fulfillment before) {
        return each(before, status -> status == LineStatus.RESERVED ? LineStatus.RELEASING : status);
    }

    /** Another quantity is not what was asked for: someone reserved it by hand. */
    private static Fulfillment reserved(FulfillmentInput.Reserved reserved, Fulfillment before) {
        return line(reserved.productId(), reserved.quantity(), before, status -> reservedIn(before.phase(), status));
    }

    /** Whatever the line was before: the answer to the process may follow one that was meant for someone else. */
    private static LineStatus reservedIn(FulfillmentPhase phase, LineStatus status) {
        return switch (phase) {
            case RESERVING, READY -> LineStatus.RESERVED;
            case SHIPPED ->
                switch (status) {
                    case REQUESTED, SHIPPING -> LineStatus.SHIPPING;
                    case RESERVED, REJECTED, RELEASING, RELEASED, SHIPPED -> LineStatus.RELEASING;
                };
            case SHORT, CANCELLING, CANCELLED, REJECTED -> LineStatus.RELEASING;
        };
    }

    /** What was shipped and cannot be reserved is to leave all the same: the stock refuses that, and someone sees it. */
    private static Fulfillment rejected(FulfillmentInput.Rejected rejected, Fulfillment before) {
        var rest = before.phase() == FulfillmentPhase.SHIPPED ? LineStatus.SHIPPING : LineStatus.REJECTED;
        var next = line(
                rejected.productId(),
                rejected.quantity(),
                before,
                status -> status == LineStatus.REQUESTED ? rest : status);
        boolean isFirst = before.phase() == FulfillmentPhase.RESERVING && !next.equals(before);
        return isFirst ? releasing(next).withPhase(FulfillmentPhase.SHORT) : next;
    }

    private static Fulfillment answered(Fulfillment next) {
        return switch (next.phase()) {
            case RESERVING -> next.withPhase(phaseOf(next.lines()));
            case SHORT -> isAnswered(next.lines()) ? next.withPhase(FulfillmentPhase.CANCELLING) : next;
            case READY, SHIPPED, CANCELLED, CANCELLING, REJECTED -> next;
        };
    }

    /** What was given back without being asked for is reserved again: someone released it by hand. */
    private static Fulfillment released(String productId, Fulfillment before) {
        var next = line(productId, before, status -> switch (status) {
            case RELEASING -> LineStatus.RELEASED;
            case RESERVED -> LineStatus.REQUESTED;
            case REQUESTED, REJECTED, RELEASED, SHIPPING, SHIPPED -> status;
        });
        return before.phase() == FulfillmentPhase.READY ? next.withPhase(phaseOf(next.lines())) : next;
    }

    /** What leaves otherwise is not what was reserved here. */
    private static LineStatus left(LineStatus status) {
        return switch (status) {
            case RESERVED, SHIPPING, RELEASING -> LineStatus.SHIPPED;
            case REQUESTED, REJECTED, RELEASED, SHIPPED -> status;
        };
    }

    /** Whether reservations are waited for, while none was rejected. */
    static FulfillmentPhase phaseOf(List<FulfillmentLine> lines) {
        return isAnswered(lines) ? FulfillmentPhase.READY : FulfillmentPhase.RESERVING;
    }

    private static boolean isAnswered(List<FulfillmentLine> lines) {
        return lines.stream().noneMatch(line -> line.status() == LineStatus.REQUESTED);
    }

    static Stage stage(Fulfillment fulfillment) {
        return switch (fulfillment.phase()) {
            case RESERVING, READY -> Stage.RUNNING;
            case SHIPPED -> isSettled(fulfillment) ? Stage.COMPLETED : Stage.RUNNING;
            case SHORT, CANCELLING -> Stage.COMPENSATING;
            case CANCELLED, REJECTED -> isSettled(fulfillment) ? Stage.COMPLETED : Stage.COMPENSATING;
        };
    }

    private static boolean isSettled(Fulfillment fulfillment) {
        return fulfillment.lines().stream().map(FulfillmentLine::status).allMatch(SETTLED::contains);
    }

    private static Fulfillment line(String productId, long quantity, Fulfillment before, UnaryOperator<LineStatus> to) {
        return lines(before, line -> line.productId().equals(productId) && line.quantity() == quantity, to);
    }

    private static Fulfillment line(String productId, Fulfillment before, UnaryOperator<LineStatus> to) {
        return lines(before, line -> line.productId().equals(productId), to);
    }

    private static Fulfillment each(Fulfillment before, UnaryOperator<LineStatus> to) {
        return lines(before, _ -> true, to);
    }

    private static Fulfillment lines(
            Fulfillment before, Predicate<FulfillmentLine> which, UnaryOperator<LineStatus> to) {
        return before.withLines(before.lines().stream()
                .map(line -> which.test(line) ? line.withStatus(to.apply(line.status())) : line)
                .toList());
    }
}
