package dev.daybook.gateway;

import dev.daybook.gateway.dispatch.Dispatcher;
import dev.daybook.gateway.dispatch.Message;
import dev.daybook.gateway.dispatch.Patience;
import dev.daybook.gateway.reply.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers every message as it is told to, and remembers what it was asked. */
final class FakeDispatcher implements Dispatcher {
    private final List<Message> messages = Collections.synchronizedList(new ArrayList<>());
    private final List<Patience> patiences = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Message, Optional<Reply>> answer = message -> Optional.empty();

    void answer(Function<Message, Optional<Reply>> replies) {
        answer = replies;
    }

    Message lastMessage() {
        return messages.getLast();
    }

    Patience lastPatience() {
        return patiences.getLast();
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public Optional<Reply> dispatch(Message message, Patience patience) {
        messages.add(message);
        patiences.add(patience);
        return answer.apply(message);
    }
}
