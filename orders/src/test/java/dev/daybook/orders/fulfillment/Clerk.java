package dev.daybook.orders.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Action;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.Stage;
import dev.daybook.orders.Fulfillment;
import dev.daybook.orders.FulfillmentLine;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.FulfillmentState;
import dev.daybook.testkit.ProcessHistory;
import dev.daybook.testkit.ProcessLaws;
import dev.daybook.testkit.determinism.Inbox;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the fulfillment with its inbox and its timers. It drops what comes twice. When a command is refused and it has no
 * answer, it keeps what it is told until it is retried; then every such command is sent again, before it hears the rest.
 */
final class Clerk {
    private final String orderId;
    private final Market market;
    private final Deque<Message> inbox = new ArrayDeque<>();
    private final List<Message> held = new ArrayList<>();
    private final Map<String, Long> heard = new HashMap<>();
    private final Set<String> arrived = new HashSet<>();
    private final Map<String, Action.Send> timers = new HashMap<>();
    private ProcessHistory<FulfillmentInput, FulfillmentState> history =
            ProcessHistory.of(FulfillmentProcess.FULFILLMENT);

    private Inbox noted;

    @Nullable
    private Failure failure;

    /** What it is told. */
    sealed interface Message {}

    private record News(Metadata metadata, FulfillmentInput input) implements Message {}

    /** The refusal of a command to which it has no answer. */
    record Failure(Action.Send command, String code) implements Message {}

    Clerk(String orderId, Market market) {
        this.orderId = orderId;
        this.market = market;
        this.noted = Inbox.of(orderId);
    }

    /** Whether that is news is returned. */
    boolean hear(Metadata metadata, FulfillmentInput input) {
        inbox.add(new News(metadata, input));
        return arrived.add(metadata.aggregate() + "/" + metadata.aggregateId() + "@" + metadata.version());
    }

    void note(UnaryOperator<Inbox> what) {
        noted = what.apply(noted);
    }

    /** All that it was told, once and in this order. */
    Inbox noted() {
        return noted;
    }

    void answer(Action.Send command, Decision<?> decision) {
        var manager = FulfillmentProcess.FULFILLMENT.manager();
        switch (decision) {
            case Decision.Accepted<?> _ -> {
                note(inbox -> inbox.accepted(command));
                assertThat(manager.accepted(command)).isNull();
            }
            case Decision.Rejected<?> refusal -> {
                note(inbox -> inbox.refused(command, refusal.code()));
                var answer = manager.refused(command, refusal);
                inbox.add(
                        answer == null ? new Failure(command, refusal.code()) : new News(unversioned(command), answer));
            }
        }
    }

    /** Answers have no version: each comes once, because a command is open until it is answered. */
    private static Metadata unversioned(Action.Send command) {
        return new Metadata(command.aggregate(), command.aggregateId(), 0, Instant.EPOCH, "c", "c", null);
    }

    boolean hasMessages() {
        return !inbox.isEmpty();
    }

    void read() {
        var message = inbox.remove();
        if (!(message instanceof News news) || isNew(news.metadata())) {
            tell(message);
        }
    }

    private void tell(Message message) {
        if (failure != null) {
            held.add(message);
            return;
        }
        switch (message) {
            case Failure refused -> failure = refused;
            case News(var metadata, var input) -> {
                history = ProcessLaws.tell(history, input, metadata);
                history.actions().forEach(this::act);
                if (history.stage() == Stage.COMPLETED) {
                    timers.clear();
                }
            }
        }
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    void retry() {
        var refused = Objects.requireNonNull(failure).command();
        failure = null;
        var messages = List.copyOf(held);
        held.clear();
        send(refused);
        messages.stream()
                .filter(Failure.class::isInstance)
                .map(Failure.class::cast)
                .forEach(again -> send(again.command()));
        messages.stream().filter(News.class::isInstance).forEach(this::tell);
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

    String orderId() {
        return orderId;
    }

    boolean hasBegun() {
        return history.state() instanceof Fulfillment;
    }

    /** How much of a product the order needs. */
    Optional<Long> needs(String productId) {
        return history.state() instanceof Fulfillment fulfillment
                ? fulfillment.lines().stream()
                        .filter(line -> line.productId().equals(productId))
                        .map(FulfillmentLine::quantity)
                        .findFirst()
                : Optional.empty();
    }

    Stage stage() {
        return history.stage();
    }

    @Override
    public String toString() {
        return orderId + " " + history.state();
    }
}
