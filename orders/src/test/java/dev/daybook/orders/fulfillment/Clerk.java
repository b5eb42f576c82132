package dev.daybook.orders.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Action;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.Stage;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.FulfillmentState;
import dev.daybook.testkit.ProcessHistory;
import dev.daybook.testkit.ProcessLaws;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance of the fulfillment with its inbox and its timers. It drops what comes twice. */
final class Clerk {
    private final String orderId;
    private final Market market;
    private final Deque<Message> inbox = new ArrayDeque<>();
    private final Map<String, Long> heard = new HashMap<>();
    private final Map<String, Action.Send> timers = new HashMap<>();
    private ProcessHistory<FulfillmentInput, FulfillmentState> history =
            ProcessHistory.of(FulfillmentProcess.FULFILLMENT);

    private record Message(Metadata metadata, @Nullable FulfillmentInput input) {}

    Clerk(String orderId, Market market) {
        this.orderId = orderId;
        this.market = market;
    }

    void hear(Metadata metadata, FulfillmentInput input) {
        inbox.add(new Message(metadata, input));
    }

    void answer(Action.Send command, Decision<?> decision) {
        var input = switch (decision) {
            case Decision.Accepted<?> _ ->
                FulfillmentProcess.FULFILLMENT.manager().accepted(command);
            case Decision.Rejected<?> refusal -> {
                var answer = FulfillmentProcess.FULFILLMENT.manager().refused(command, refusal);
                assertThat(answer)
                        .as("an answer to %s, which was refused: %s", command, refusal)
                        .isNotNull();
                yield answer;
            }
        };
        // Answers have no version: each comes once, because a command is open until it is answered.
        inbox.add(new Message(
                new Metadata(command.aggregate(), command.aggregateId(), 0, Instant.EPOCH, "c", "c", null), input));
    }

    boolean hasMessages() {
        return !inbox.isEmpty();
    }

    void read() {
        var message = inbox.remove();
        var input = message.input();
        if (input != null && isNew(message.metadata())) {
            history = ProcessLaws.tell(history, input, message.metadata());
            history.actions().forEach(this::act);
            if (history.stage() == Stage.COMPLETED) {
                timers.clear();
            }
        }
    }

    private boolean isNew(Metadata metadata) {
        if (metadata.version() == 0) {
            return true;
        }
        var source = metadata.aggregate() + "/" + metadata.aggregateId();
        boolean isNew = metadata.version() > heard.getOrDefault(source, 0L);
        heard.merge(source, metadata.version(), Math::max);
        return isNew;
    }

    private void act(Action action) {
        switch (action) {
            case Action.Send send -> send(send);
            case Action.SetTimer(var name, var _, var command) -> timers.put(name, command);
            case Action.CancelTimer(var name) -> timers.remove(name);
        }
    }

    private void send(Action.Send send) {
        market.desk(send.aggregate(), send.aggregateId()).command(send.command(), new Desk.Sent(this, send));
    }

    /** It is so late that all timers are due. */
    void expire() {
        List<Action.Send> due = new ArrayList<>(timers.values());
        timers.clear();
        due.forEach(this::send);
    }

    FulfillmentPhase phase() {
        return ((Fulfillment) history.state()).phase();
    }

    boolean hasBegun() {
        return history.state() instanceof Fulfillment;
    }

    Stage stage() {
        return history.stage();
    }

    @Override
    public String toString() {
        return orderId + " " + history.state();
    }
}
