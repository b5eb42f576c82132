package dev.daybook.gateway.dispatch;

import dev.daybook.gateway.reply.Ack;
import dev.daybook.gateway.reply.Reply;
import dev.daybook.gateway.reply.ReplyInbox;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Dispatches by way of Kafka: commands topics out, topics of replies in. */
public final class KafkaDispatcher implements Dispatcher {
    private final CommandLog commands;
    private final Map<String, ReplyInbox> inboxes;

    /**
     * A dispatcher.
     *
     * @param inboxes by the name of the context whose replies they take
     */
    public KafkaDispatcher(CommandLog commands, Map<String, ReplyInbox> inboxes) {
        this.commands = commands;
        this.inboxes = Map.copyOf(inboxes);
    }

    @Override
    public Optional<Reply> dispatch(Message message, Patience patience) {
        if (patience.ack() == Ack.ACCEPTED) {
            commands.append(message, null);
            return Optional.empty();
        }
        var start = System.nanoTime();
        var inbox =
                Objects.requireNonNull(inboxes.get(message.command().aggregate().context()));
        // The waiter comes first: the reply may be here before the broker has confirmed the command.
        try (var waiter = inbox.open(patience.ack())) {
            commands.append(message, inbox.replyTo(waiter));
            return waiter.await(patience.longestWait().minus(Duration.ofNanos(System.nanoTime() - start)));
        }
    }
}
