package dev.daybook.processes.instance;

import dev.daybook.process.HeldInput;
import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessInstance;
import dev.daybook.process.Trail;
import java.util.List;

/**
 * What follows from a message.
 *
 * @param after the instance after it
 * @param held the messages that are held back from now on; the last has the number before {@code after.heldTo()}
 * @param history what happened to the instance, in this order
 * @param outbox the commands to send, in this order
 */
public record Turned(ProcessInstance after, List<HeldInput> held, List<Entry> history, List<OpenCommand> outbox) {
    public Turned {
        held = List.copyOf(held);
        history = List.copyOf(history);
        outbox = List.copyOf(outbox);
    }

    /**
     * An event of an instance.
     *
     * @param version the instance's version that it makes
     */
    public record Entry(ProcessEvent event, long version, Trail trail) {}
}
