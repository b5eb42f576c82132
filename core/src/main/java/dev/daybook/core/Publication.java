package dev.daybook.core;

import org.jspecify.annotations.Nullable;

/**
 * What a bounded context tells others of its aggregates of a type: integration events, which have schemas of their own that stay
 * stable when the domain events change.
 *
 * @param aggregate the type of aggregate
 * @param integrationEvents the sealed interface of what is published
 */
public record Publication<E, S, P>(
        Aggregate<?, E, S> aggregate, Class<P> integrationEvents, Translation<E, S, P> translation) {

    /** A pure function from a domain event to an integration event. */
    @FunctionalInterface
    public interface Translation<E, S, P> {
        /**
         * Translates an event.
         *
         * @param state the aggregate after the event
         * @return null if the event is nobody else's business
         */
        @Nullable
        P apply(E event, S state, Metadata metadata);
    }
}
