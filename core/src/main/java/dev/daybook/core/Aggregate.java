package dev.daybook.core;

/**
 * A type of aggregate: its name, its vocabulary and its behaviour.
 *
 * @param type the name in topics and URLs, in kebab case, such as {@code order}; unique among all contexts of an app
 * @param commands the sealed interface of its commands; the command {@code AddItem} is {@code add-item} in URLs
 * @param events the sealed interface of its events
 * @param state its state, a record or a sealed interface of records
 * @param decider its behaviour
 */
public record Aggregate<C, E, S>(
        String type, Class<C> commands, Class<E> events, Class<S> state, Decider<C, E, S> decider) {

    public Aggregate {
        Names.requireKebabCase("aggregate type", type);
    }
}
