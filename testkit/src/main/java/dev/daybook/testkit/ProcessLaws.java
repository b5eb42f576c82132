package dev.daybook.testkit;

import dev.daybook.core.Action;
import dev.daybook.core.Metadata;

/**
 * What holds for every process manager, whatever it does:
 *
 * <ul>
 *   <li>told the same, it does the same and remembers the same,
 *   <li>the state carried along from input to input equals the state folded anew from all inputs,
 *   <li>what it remembers and the commands that it sends come back from their wire form as they were.
 * </ul>
 */
public final class ProcessLaws {
    private ProcessLaws() {}

    /**
     * Tells an instance something, checking the laws.
     *
     * @return the history with it
     * @throws AssertionError if a law is broken
     */
    public static <I, S> ProcessHistory<I, S> tell(ProcessHistory<I, S> history, I input, Metadata metadata) {
        var next = history.tell(input, metadata);
        var law = new Law(Transcript.told(next));
        var again = history.tell(input, metadata);

        law.requireEqual("What it remembers of the same differs", next.state(), again.state());
        law.requireEqual("What it does about the same differs", next.actions(), again.actions());
        law.requireEqual("The state folded anew from all inputs differs", next.state(), next.replay());
        law.requireEqual(
                "The state differs when read back",
                next.state(),
                Wire.copy(next.process().state(), next.state()));
        for (var action : next.actions()) {
            switch (action) {
                case Action.Send send -> requireWritable(send, law);
                case Action.SetTimer timer -> requireWritable(timer.command(), law);
                case Action.CancelTimer _ -> {}
            }
        }
        return next;
    }

    private static void requireWritable(Action.Send send, Law law) {
        law.requireEqual("A command differs when read back", send.command(), copy(send.command()));
    }

    @SuppressWarnings("unchecked")
    private static <M> M copy(M message) {
        return Wire.copy((Class<M>) message.getClass(), message);
    }
}
