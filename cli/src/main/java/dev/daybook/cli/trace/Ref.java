package dev.daybook.cli.trace;

import dev.daybook.process.SentCommand;
import dev.daybook.process.Trigger;

/**
 * What a message is known by: its id is unique only beside its aggregate's.
 *
 * @param owner the type of aggregate, or the process
 * @param ownerId the aggregate's id, or the instance's
 */
record Ref(String owner, String ownerId, String id) {

    /** What a process has sent. */
    static Ref of(SentCommand command) {
        return new Ref(command.aggregate(), command.aggregateId(), command.id());
    }

    /** What an instance of a process was told; of an answer, the command. */
    static Ref of(Trigger trigger) {
        return new Ref(trigger.aggregate(), trigger.aggregateId(), trigger.id());
    }

    /** The aggregate or the instance, for a person. */
    String whose() {
        return owner + " " + ownerId;
    }
}
