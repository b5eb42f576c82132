package dev.daybook.projection.timeline;

import dev.daybook.core.Aggregate;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.Shards;
import java.util.Optional;

/**
 * The timeline of a type of aggregate with all that it needs to be kept here.
 *
 * @param aggregate the type of aggregate
 * @param topic the topic of its events
 * @param events reads them
 * @param shards its partitions
 * @param anomalies what it finds odd in the log
 * @param closing whether its app is told to end
 */
public record HostedTimeline<E, S>(
        Aggregate<?, E, S> aggregate,
        String topic,
        EventReader<E> events,
        Shards<TimelineLedger> shards,
        Anomalies anomalies,
        Closing closing) {

    /**
     * The state after an event.
     *
     * @throws UnknownEventException if the event is of a type that this program does not know
     * @throws UnreadableEventException if it cannot be read or folded, now and whenever that is tried again
     * @throws RegistryUnavailableException if it cannot be read now
     */
    S after(S before, LoggedEvent event) {
        var payload = read(event).orElseThrow(() -> new UnknownEventException(event.headers()));
        try {
            return aggregate.decider().evolve(before, payload, event.headers().metadata());
        } catch (RuntimeException e) {
            throw UnreadableEventException.unfolded(event.headers(), e);
        }
    }

    private Optional<E> read(LoggedEvent event) {
        try {
            return events.read(event);
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw UnreadableEventException.unread(event.headers(), e);
        }
    }
}
