package dev.daybook.core;

import java.util.List;

/**
 * A type of business process, which runs across aggregates: its name, what it hears of them, and its behaviour.
 *
 * @param name the name in topics and URLs, in kebab case, such as {@code fulfillment}; unique among the types of aggregate
 *     and the processes of all contexts of an app
 * @param state what an instance remembers, a record or a sealed interface of records
 * @param manager its behaviour
 * @param subscriptions the events that it hears
 * @param <I> what its instances are told, a sealed interface
 */
public record BusinessProcess<I, S>(
        String name, Class<S> state, ProcessManager<I, S> manager, List<Subscription<?, I>> subscriptions) {
    public BusinessProcess {
        Names.requireKebabCase("process name", name);
        subscriptions = List.copyOf(subscriptions);
    }
}
