package dev.daybook.chaos.workload;

import dev.daybook.platform.message.Ack;
import dev.daybook.testkit.audit.Operation.Told;

/** A way for commands to travel. Thread-safe; the calling thread waits for the answer. */
interface Route {

    /** Sends a command once, and says what was told of it. */
    Told send(Task task, Ack ack);
}
