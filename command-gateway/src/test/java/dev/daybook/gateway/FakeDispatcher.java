package dev.daybook.gateway;

import dev.daybook.client.Command;
import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.gateway.catalog.AggregateType;
import dev.daybook.gateway.dispatch.CommandRef;
import dev.daybook.gateway.dispatch.Dispatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Answers everything as it is told to, and remembers what it was asked. */
final class FakeDispatcher implements Dispatcher {
    private final List<Command> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<CommandRef> inquiries = Collections.synchronizedList(new ArrayList<>());
    private final List<SendOptions> options = Collections.synchronizedList(new ArrayList<>());
    private volatile Supplier<Reply> answer = Reply.Pending::new;

    void answer(Supplier<Reply> replies) {
        answer = replies;
    }

    Command lastCommand() {
        return commands.getLast();
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    CommandRef lastInquiry() {
        return inquiries.getLast();
    }

    SendOptions lastOptions() {
        return options.getLast();
    }

    @Override
    public Reply send(AggregateType aggregate, Command command, SendOptions options) {
        commands.add(command);
        this.options.add(options);
        return answer.get();
    }

    @Override
    public Reply find(CommandRef command, SendOptions options) {
        inquiries.add(command);
        this.options.add(options);
        return answer.get();
    }
}
