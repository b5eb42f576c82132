package dev.daybook.core;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type of business process, which runs across aggregates: its name, what it hears of them, and its behaviour.
 *
 * @param name the name in topics and URLs, in kebab case, such as {@code fulfillment}; unique among the types of aggregate
 *     and the processes of all contexts of an app
 * @param state what an instance remembers, a record or a sealed interface of records
 * @param manager its behaviour
 * @param subscriptions the events that it hears
 * @param formerly the types of aggregate that an earlier release of it heard and this one does not; they need not exist any more.
 *     What is left of their events on the way to its instances is passed over
 * @param <I> what its instances are told, a sealed interface
 */
public record BusinessProcess<I, S>(
        String name,
        Class<S> state,
        ProcessManager<I, S> manager,
        List<Subscription<?, I>> subscriptions,
        Set<String> formerly) {
    public BusinessProcess {
        Names.requireKebabCase("process name", name);
        subscriptions = List.copyOf(subscriptions);
        formerly = Set.copyOf(formerly);
        formerly.forEach(aggregate -> Names.requireKebabCase("type of aggregate that was heard formerly", aggregate));
    }

    /** A process that has never heard anything else. */
    public BusinessProcess(
            String name, Class<S> state, ProcessManager<I, S> manager, List<Subscription<?, I>> subscriptions) {
        this(name, state, manager, subscriptions, Set.of());
    }

    /**
     * The same process, of which an earlier release also heard aggregates of these types, besides those said before. Without this it stands still at what is
     * left of their events, because it cannot know that no other build is to hear them.
     */
    public BusinessProcess<I, S> formerlyHearing(String... aggregates) {
        var all = Stream.concat(formerly.stream(), Stream.of(aggregates)).collect(Collectors.toUnmodifiableSet());
        return new BusinessProcess<>(name, state, manager, subscriptions, all);
    }
}
