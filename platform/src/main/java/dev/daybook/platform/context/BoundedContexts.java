package dev.daybook.platform.context;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.View;
import dev.daybook.platform.process.ReadableContext;
import dev.daybook.platform.topic.ContextTopics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the bounded contexts on the class path. */
public final class BoundedContexts {

    /** Names that stand where an aggregate's type would stand in a URL. */
    private static final Set<String> RESERVED = Set.of("commands", "views", "builds", "dead-letters", "processes");

    private BoundedContexts() {}

    /**
     * The bounded contexts that {@link ServiceLoader} finds, in class path order.
     *
     * @throws InvalidContextsException if there are none, or if they do not fit together; it names every fault
     */
    public static List<BoundedContext> load() {
        return validated(ServiceLoader.load(BoundedContext.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    static List<BoundedContext> validated(List<BoundedContext> contexts) {
        if (contexts.isEmpty()) {
            throw new InvalidContextsException(List.of(
                    "There is no bounded context on the class path. Add a module with one to the app's POM, and "
                            + "name the class in its META-INF/services/" + BoundedContext.class.getName()));
        }
        var faults = new ArrayList<String>();
        var names = new HashMap<String, String>();
        for (var context : contexts) {
            var owner = context.getClass().getName();
            claim(names, "context", context.name(), owner, faults);
            if (context.name().equals(ContextTopics.PUBLIC)) {
                faults.add("The context of %s cannot be named '%s': so begin the topics that are for others"
                        .formatted(owner, ContextTopics.PUBLIC));
            }
            // A process has events and a history as an aggregate has, and the same place in topics and URLs.
            Stream.concat(
                            context.aggregates().stream().map(Aggregate::type),
                            context.processes().stream().map(BusinessProcess::name))
                    .forEach(type -> {
                        claim(names, "aggregate type or process", type, owner, faults);
                        if (RESERVED.contains(type)) {
                            faults.add(
                                    "The aggregate type or process '%s' of %s is a word of the HTTP interface; choose another"
                                            .formatted(type, owner));
                        }
                    });
            // A view may have several versions, of which one is built while another serves.
            context.views().stream()
                    .map(View::name)
                    .distinct()
                    .forEach(view -> claim(names, "view", view, owner, faults));
            for (var view : context.views()) {
                claim(names, "version of a view", view.name() + " v" + view.version(), owner, faults);
                requireItsAggregate(
                        context, "view '" + view.name() + "' folds", view.aggregate(), view.events(), faults);
            }
            for (var process : context.processes()) {
                claim(names, "view", ReadableContext.viewName(process.name()), owner, faults);
                requireEars(process, faults);
                for (var subscription : process.subscriptions()) {
                    requireItsAggregate(
                            context,
                            "process '" + process.name() + "' hears",
                            subscription.aggregate(),
                            subscription.events(),
                            faults);
                }
            }
            for (var publication : context.publications()) {
                var published = publication.aggregate();
                claim(names, "publication of the aggregate", published.type(), owner, faults);
                requireItsAggregate(context, "publication tells of", published.type(), published.events(), faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidContextsException(faults);
        }
        return List.copyOf(contexts);
    }

    private static void claim(Map<String, String> names, String kind, String name, String owner, List<String> faults) {
        var before = names.putIfAbsent(kind + " " + name, owner);
        if (before != null) {
            faults.add("The %s '%s' is declared twice: by %s and by %s".formatted(kind, name, before, owner));
        }
    }

    private static void requireEars(BusinessProcess<?, ?> process, List<String> faults) {
        if (process.subscriptions().isEmpty()) {
            faults.add("The process '%s' hears nothing: subscribe it to an aggregate".formatted(process.name()));
        }
        var heard = new HashSet<String>();
        for (var subscription : process.subscriptions()) {
            if (!heard.add(subscription.aggregate())) {
                faults.add("The process '%s' hears the aggregate '%s' twice: make it one subscription"
                        .formatted(process.name(), subscription.aggregate()));
            }
            if (process.formerly().contains(subscription.aggregate())) {
                faults.add("The process '%s' hears the aggregate '%s', so it did not only formerly: leave one out"
                        .formatted(process.name(), subscription.aggregate()));
            }
        }
    }

    private static void requireItsAggregate(
            BoundedContext context, String who, String type, Class<?> events, List<String> faults) {
        var found = context.aggregates().stream()
                .filter(aggregate -> aggregate.type().equals(type))
                .findFirst();
        if (found.isEmpty()) {
            faults.add("The %s the aggregate '%s', but the context '%s' has only %s"
                    .formatted(
                            who,
                            type,
                            context.name(),
                            context.aggregates().stream().map(Aggregate::type).toList()));
        } else if (!found.get().events().equals(events)) {
            faults.add("The %s %s, but the events of the aggregate '%s' are %s"
                    .formatted(who, events, type, found.get().events()));
        }
    }
}
