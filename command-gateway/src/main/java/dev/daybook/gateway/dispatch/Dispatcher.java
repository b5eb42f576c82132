package dev.daybook.gateway.dispatch;

import dev.daybook.client.Command;
import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.gateway.catalog.AggregateType;

/** Where commands go to, and where what became of them comes from. Blocks, so call it on a virtual thread. Thread-safe. */
public interface Dispatcher {

    /**
     * Sends a command.
     *
     * @throws dev.daybook.http.ProblemException if it is not in the log, or nobody knows whether it is
     */
    Reply send(AggregateType aggregate, Command command, SendOptions options);

    /**
     * Asks what became of a command.
     *
     * @throws dev.daybook.http.ProblemException if it cannot be asked
     */
    Reply find(CommandRef command, SendOptions options);
}
