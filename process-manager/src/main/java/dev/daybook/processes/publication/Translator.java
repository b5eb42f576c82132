package dev.daybook.processes.publication;

import dev.daybook.core.Metadata;
import dev.daybook.core.Publication;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.message.PublicHeaders;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.processes.publication.AggregateStore.Kept;
import dev.daybook.streams.StandstillException;
import dev.daybook.streams.message.Received;
import dev.daybook.streams.store.CorruptStoreException;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;
import io.micrometer.core.instrument.Counter;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Makes integration events of events. What it remembers of an aggregate is a fold of every one of its events, so it counts them:
 * one that it has seen changes nothing, and one that comes too early, or that cannot be read or translated, is a
 * {@link StandstillException}: to leave it out would make all that is told of the aggregate from then on doubtful. Thread-safe.
 */
final class Translator<E, S, P> {
    private final Publication<E, S, P> publication;
    private final PublicationNames names;
    private final int largestPayload;
    private final Wire<E> events;
    private final Wire<S> states;
    private final Wire<P> integrationEvents;
    private final Counter published;

    Translator(PublicationPath<E, S, P> path) {
        var aggregate = path.publication().aggregate();
        this.publication = path.publication();
        this.names = path.names();
        this.largestPayload = path.largestPayload();
        this.events = new Wire<>(aggregate.events(), names.events(), path.serdes(), path.patience());
        this.states = new Wire<>(aggregate.state(), names.changelog(), path.serdes(), path.patience());
        this.integrationEvents =
                new Wire<>(publication.integrationEvents(), names.published(), path.serdes(), path.patience());
        this.published = Counter.builder("daybook.published")
                .description("Integration events")
                .tags("context", names.context(), "aggregate", names.aggregate())
                .register(path.meters());
    }

    /** What others are told of an event, which is remembered; empty if nothing. */
    Optional<Record<byte[], byte[]>> translate(Received received, AggregateStore store) {
        var id = received.key();
        var headers = headers(received);
        if (id == null || received.value() == null) {
            throw new StandstillException(received, "it must have a key and a value", null);
        }
        var kept = store.find(id);
        var version = kept == null ? 0 : kept.version();
        if (headers.sequence() <= version) {
            return Optional.empty();
        }
        if (headers.sequence() > version + 1) {
            throw new StandstillException(
                    received,
                    "it made version %d of '%s', of which version %d is remembered"
                            .formatted(headers.sequence(), headers.subject(), version),
                    null);
        }
        var told = told(received, headers, state(kept, headers));
        store.keep(
                id, new Kept(headers.sequence(), fitting(received, told.state()).bytes()));
        return Optional.ofNullable(told.integrationEvent())
                .map(event -> message(received, id, headers, fitting(received, event)));
    }

    /** What an event leads to. */
    private record Told(Encoded state, @Nullable Encoded integrationEvent) {}

    private Told told(Received received, EventHeaders headers, S before) {
        var event = event(received);
        S after;
        P integrationEvent;
        try {
            var metadata = headers.metadata();
            after = publication.aggregate().decider().evolve(before, event, metadata);
            integrationEvent = translation(event, after, metadata);
        } catch (RuntimeException | StackOverflowError e) {
            throw new StandstillException(received, "its translation threw " + e, e);
        }
        return new Told(
                states.encode(after), integrationEvent == null ? null : integrationEvents.encode(integrationEvent));
    }

    private @Nullable P translation(E event, S after, Metadata metadata) {
        return publication.translation().apply(event, after, metadata);
    }

    private S state(@Nullable Kept kept, EventHeaders headers) {
        if (kept == null) {
            return publication.aggregate().decider().initial();
        }
        try {
            return states.decode(kept.state());
        } catch (UnreadableMessageException e) {
            throw new CorruptStoreException(names.store(), headers.subject(), e);
        }
    }

    private E event(Received received) {
        try {
            return events.decode(Objects.requireNonNull(received.value()));
        } catch (UnreadableMessageException e) {
            throw new StandstillException(received, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static EventHeaders headers(Received received) {
        try {
            return EventHeaders.read(received.headers());
        } catch (MalformedHeaderException e) {
            throw new StandstillException(received, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private Encoded fitting(Received received, Encoded encoded) {
        if (encoded.bytes().length > largestPayload) {
            throw new StandstillException(
                    received,
                    "it leads to %s, but a message holds at most %d".formatted(encoded, largestPayload),
                    null);
        }
        return encoded;
    }

    private Record<byte[], byte[]> message(Received received, byte[] id, EventHeaders event, Encoded encoded) {
        published.increment();
        var headers = new RecordHeaders();
        PublicHeaders.of(event, encoded.type()).write(headers);
        return new Record<>(id, encoded.bytes(), received.message().timestamp(), headers);
    }
}
