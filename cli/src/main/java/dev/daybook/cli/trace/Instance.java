package dev.daybook.cli.trace;

import dev.daybook.cli.trace.Message.Step;

/** An instance of a process. */
record Instance(String process, String id) {

    static Instance of(Step step) {
        return new Instance(step.ref().owner(), step.ref().ownerId());
    }
}
