package dev.daybook.processes.forward;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.streams.deadletter.DeadLetterCount;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.runtime.Surroundings;
import dev.daybook.streams.wire.Patience;
import io.micrometer.core.instrument.Tags;

/**
 * Starts the forwarders of a context.
 *
 * @param largestDeadLetter the most bytes of a dead letter
 */
public record Forwarders(
        BoundedContext context,
        Surroundings surroundings,
        Patience patience,
        ForwardClients clients,
        int largestDeadLetter) {

    /** The group of what carries events into the inbox of a process. */
    public static String router(BoundedContext context, BusinessProcess<?, ?> process) {
        return context.name() + "-" + process.name() + "-router";
    }

    /** The group of what carries commands out of the outbox. */
    public static String relay(BoundedContext context) {
        return context.name() + "-relay";
    }

    /** Starts what carries events into the inbox of a process. */
    public Forwarder route(BusinessProcess<?, ?> process) {
        var name = router(context, process);
        var router = new Router(topics(), process, surroundings.serdes(), patience, deadLetters(name));
        return Forwarder.start(name, router, clients, surroundings.meters());
    }

    /** Starts what carries commands out of the outbox. */
    public Forwarder relay() {
        var name = relay(context);
        return Forwarder.start(name, new Relay(context, deadLetters(name)), clients, surroundings.meters());
    }

    private DeadLetters deadLetters(String forwarder) {
        return new DeadLetters(
                topics().deadLetters(),
                new DeadLetterWriter(largestDeadLetter),
                new DeadLetterCount(surroundings.meters(), Tags.of("forwarder", forwarder)));
    }

    private ContextTopics topics() {
        return new ContextTopics(context.name());
    }
}
