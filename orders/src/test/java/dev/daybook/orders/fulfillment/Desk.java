package dev.daybook.orders.fulfillment;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.Subscription.Told;
import dev.daybook.testkit.History;
import dev.daybook.testkit.ProcessHistory;
import dev.daybook.testkit.Recorded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An aggregate with the commands that wait for it, and with the events that are not forwarded yet. */
final class Desk<C, E, S> {
    private final Aggregate<C, E, S> aggregate;
    private final Deque<Waiting<C>> commands = new ArrayDeque<>();
    private History<C, E, S> history;
    private int forwarded;

    /** A command and who hears of its outcome, if it was a process that sent it. */
    private record Waiting<C>(C command, @Nullable Sent sent) {}

    /** A command of an instance. */
    record Sent(Clerk sender, Action.Send command) {}

    Desk(Aggregate<C, E, S> aggregate, String id) {
        this.aggregate = aggregate;
        this.history = History.of(aggregate).id(id);
    }

    void command(Object command, @Nullable Sent sent) {
        commands.add(new Waiting<>(aggregate.commands().cast(command), sent));
    }

    boolean hasCommands() {
        return !commands.isEmpty();
    }

    void decide() {
        var next = commands.remove();
        var decision = history.decide(next.command());
        history = history.append(decision.events());
        if (next.sent() != null) {
            next.sent().sender().answer(next.sent().command(), decision);
        }
    }

    boolean hasEvents() {
        return forwarded < history.version();
    }

    void forward(Market market) {
        var event = history.events().get(forwarded++);
        told(event).ifPresent(told -> {
            var clerk = market.clerk(told.instanceId());
            if (clerk.hear(event.metadata(), told.input())) {
                clerk.note(inbox -> inbox.happened(aggregate, event.metadata().aggregateId(), event.event()));
            }
        });
    }

    private Optional<Told<FulfillmentInput>> told(Recorded<E> event) {
        return ProcessHistory.told(FulfillmentProcess.FULFILLMENT, event.event(), event.metadata());
    }

    /** The forwarder crashed before it could note how far it was. */
    void rewind(Random random) {
        forwarded = random.nextInt(forwarded + 1);
    }

    S state() {
        return history.state();
    }
}
