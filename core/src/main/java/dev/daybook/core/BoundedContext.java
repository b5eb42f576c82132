package dev.daybook.core;

import java.util.List;

/**
 * A bounded context: the aggregates, views, processes and publications that the apps run. The apps find contexts with
 * {@link java.util.ServiceLoader}, so an implementation is public, has a public constructor without parameters, and is
 * named in {@code META-INF/services/dev.daybook.core.BoundedContext}.
 */
public interface BoundedContext {

    /** The name, in kebab case: the first part of the names of all its topics. */
    String name();

    /** Its types of aggregate. */
    List<Aggregate<?, ?, ?>> aggregates();

    /** Its views. */
    List<View<?, ?>> views();

    /** Its processes across aggregates. */
    default List<BusinessProcess<?, ?>> processes() {
        return List.of();
    }

    /** What it tells others, at most one for each type of aggregate. */
    default List<Publication<?, ?, ?>> publications() {
        return List.of();
    }
}
