package dev.daybook.gateway.dispatch;

import dev.daybook.gateway.reply.Reply;
import java.util.Optional;

/** Appends messages to the log and fetches what became of them. Thread-safe. */
public interface Dispatcher {

    /**
     * Appends a message and waits for the reply to it. Blocks, so call it on a virtual thread.
     *
     * @return the reply; none if it is not there within the caller's patience, or if the gateway is about to stop: the
     *     message is durable in the log then
     * @throws dev.daybook.http.ProblemException if the message is not appended, or nobody knows whether it is
     */
    Optional<Reply> dispatch(Message message, Patience patience);
}
