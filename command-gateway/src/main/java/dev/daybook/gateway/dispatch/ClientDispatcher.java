package dev.daybook.gateway.dispatch;

import dev.daybook.client.AppendException;
import dev.daybook.client.Command;
import dev.daybook.client.CommandClient;
import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.gateway.catalog.AggregateType;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Dispatches by way of a command client for each bounded context. */
public final class ClientDispatcher implements Dispatcher {
    private final Map<String, CommandClient> clients;

    /**
     * A dispatcher.
     *
     * @param clients by the name of the context whose aggregates they send to
     */
    public ClientDispatcher(Map<String, CommandClient> clients) {
        this.clients = Map.copyOf(clients);
    }

    @Override
    public Reply send(AggregateType aggregate, Command command, SendOptions options) {
        return await(client(aggregate).send(command, options), e -> AppendProblems.ofCommand(command, e));
    }

    @Override
    public Reply find(CommandRef command, SendOptions options) {
        var aggregate = command.aggregate();
        return await(
                client(aggregate).find(aggregate.name(), command.aggregateId(), command.commandId(), options),
                e -> AppendProblems.ofInquiry(aggregate, e));
    }

    private CommandClient client(AggregateType aggregate) {
        return Objects.requireNonNull(clients.get(aggregate.context()));
    }

    private static Reply await(
            CompletableFuture<Reply> reply, Function<AppendException, ? extends RuntimeException> problem) {
        try {
            return reply.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AppendException failure ? problem.apply(failure) : e;
        }
    }
}
