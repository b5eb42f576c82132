package dev.daybook.chaos.workload;

import dev.daybook.client.AppendException;
import dev.daybook.client.Command;
import dev.daybook.client.CommandClient;
import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.platform.message.Ack;
import dev.daybook.testkit.audit.Operation.Told;
import dev.daybook.testkit.audit.Verdict;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** By Kafka, through the Java client, with no gateway between. */
final class LibraryRoute implements Route {
    private static final Duration WAIT = Duration.ofSeconds(3);

    private final CommandClient client;

    LibraryRoute(CommandClient client) {
        this.client = client;
    }

    @Override
    public Told send(Task task, Ack ack) {
        var command = Command.to(task.aggregate(), task.aggregateId(), task.payload())
                .withId(task.id())
                .expecting(task.expectedVersion());
        try {
            return told(client.send(command, new SendOptions(ack, WAIT)).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof AppendException failure) {
                return told(failure);
            }
            throw e;
        }
    }

    private static Told told(Reply reply) {
        return switch (reply) {
            case Reply.Answered(var outcome, var _, var ack) ->
                new Told.Outcome(Verdict.of(outcome), ack == Ack.COMMITTED);
            case Reply.Pending _ -> new Told.Appended();
        };
    }

    private static Told told(AppendException failure) {
        return switch (failure.reason()) {
            case NOT_APPENDED, TOO_LARGE -> new Told.NotAppended();
            case UNCONFIRMED -> new Told.Nothing();
        };
    }
}
