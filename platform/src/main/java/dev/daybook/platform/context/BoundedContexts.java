package dev.daybook.platform.context;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** Finds the bounded contexts on the class path. */
public final class BoundedContexts {

    /** Names that stand where an aggregate's type would stand in a URL. */
    private static final Set<String> RESERVED = Set.of("commands", "views", "builds", "dead-letters");

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
            for (var aggregate : context.aggregates()) {
                claim(names, "aggregate type", aggregate.type(), owner, faults);
                if (RESERVED.contains(aggregate.type())) {
                    faults.add("The aggregate type '%s' of %s is a word of the HTTP interface; choose another"
                            .formatted(aggregate.type(), owner));
                }
            }
            // A view may have several versions, of which one is built while another serves.
            context.views().stream()
                    .map(View::name)
                    .distinct()
                    .forEach(view -> claim(names, "view", view, owner, faults));
            for (var view : context.views()) {
                claim(names, "version of a view", view.name() + " v" + view.version(), owner, faults);
                requireItsAggregate(context, view, faults);
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

    private static void requireItsAggregate(BoundedContext context, View<?, ?> view, List<String> faults) {
        var folded = context.aggregates().stream()
                .filter(aggregate -> aggregate.type().equals(view.aggregate()))
                .findFirst();
        if (folded.isEmpty()) {
            faults.add("The view '%s' folds the aggregate '%s', but the context '%s' has only %s"
                    .formatted(
                            view.name(),
                            view.aggregate(),
                            context.name(),
                            context.aggregates().stream().map(Aggregate::type).toList()));
        } else if (!folded.get().events().equals(view.events())) {
            faults.add("The view '%s' folds %s, but the events of the aggregate '%s' are %s"
                    .formatted(
                            view.name(),
                            view.events(),
                            view.aggregate(),
                            folded.get().events()));
        }
    }
}
