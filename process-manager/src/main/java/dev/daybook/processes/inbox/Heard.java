package dev.daybook.processes.inbox;

import dev.daybook.core.Metadata;
import dev.daybook.core.Subscription;
import dev.daybook.streams.wire.Wire;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the events of a type of aggregate are read that a process hears.
 *
 * @param events the wire format of the events
 */
public record Heard<E, I>(Subscription<E, I> subscription, Wire<E> events) {

    String aggregate() {
        return subscription.aggregate();
    }

    /** What an event says, if anything: the event is read now, and translated when that is asked for. */
    Supplier<Optional<I>> input(byte[] value, Metadata metadata) {
        var event = events.decode(value);
        return () -> Optional.ofNullable(subscription.translation().apply(event, metadata))
                .map(Subscription.Told::input);
    }
}
