package dev.daybook.core;

import org.jspecify.annotations.Nullable;

/**
 * Which events of a type of aggregate a business process hears, which of its instances each belongs to, and what that instance is
 * told.
 *
 * @param aggregate the type of aggregate
 * @param events the sealed interface of its events
 */
public record Subscription<E, I>(String aggregate, Class<E> events, Translation<E, I> translation) {

    /** Hears the events of a type of aggregate. */
    public static <E, I> Subscription<E, I> to(Aggregate<?, E, ?> aggregate, Translation<E, I> translation) {
        return new Subscription<>(aggregate.type(), aggregate.events(), translation);
    }

    /** A pure function from an event to what it says to an instance. */
    @FunctionalInterface
    public interface Translation<E, I> {
        /**
         * Translates an event.
         *
         * @return null if the event is none of the process's business
         */
        @Nullable
        Told<I> apply(E event, Metadata metadata);
    }

    /**
     * What an instance is told.
     *
     * @param instanceId the instance; the first time begins it
     */
    public record Told<I>(String instanceId, I input) {}
}
