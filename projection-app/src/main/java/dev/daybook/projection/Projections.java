package dev.daybook.projection;

import static java.util.Comparator.comparing;

import dev.daybook.core.BoundedContext;
import dev.daybook.projection.Host.StartedTimelines;
import dev.daybook.projection.Host.StartedView;
import dev.daybook.projection.query.Catalog;
import dev.daybook.projection.query.ServedTimeline;
import dev.daybook.projection.query.ServedView;
import dev.daybook.projection.stream.StreamsApp;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The views and timelines that run here. */
final class Projections implements AutoCloseable {
    private static final Executor THREAD_EACH = work -> Thread.ofPlatform().start(work);

    private final List<ServedView<?, ?>> views = new CopyOnWriteArrayList<>();
    private final List<ServedTimeline<?, ?>> timelines = new CopyOnWriteArrayList<>();
    private final List<StreamsApp> apps = new CopyOnWriteArrayList<>();

    /** Starts all views and timelines of these contexts, all at once: each takes a moment to set up its clients. */
    void start(Host host, List<BoundedContext> contexts) {
        inParallel(contexts.stream().flatMap(context -> tasks(host, context)));
    }

    private Stream<Runnable> tasks(Host host, BoundedContext context) {
        return Stream.concat(
                Stream.of(() -> add(host.start(context))),
                context.views().stream().map(view -> () -> add(host.start(context, view))));
    }

    private void add(StartedView started) {
        apps.add(started.app());
        views.add(started.served());
    }

    private void add(StartedTimelines started) {
        apps.add(started.app());
        timelines.addAll(started.served());
    }

    /** What can be asked. */
    Catalog catalog() {
        return new Catalog(
                views.stream().sorted(comparing(view -> view.name())).toList(),
                timelines.stream()
                        .sorted(comparing(timeline -> timeline.aggregate()))
                        .toList());
    }

    /** The Kafka Streams applications. */
    List<StreamsApp> apps() {
        return apps;
    }

    /** Ends all of them at once. */
    @Override
    public void close() {
        inParallel(apps.stream().map(app -> app::close));
    }

    /** Runs tasks, each on a thread of its own, until the last has ended, even if one fails. */
    private static void inParallel(Stream<Runnable> tasks) {
        var running =
                tasks.map(task -> CompletableFuture.runAsync(task, THREAD_EACH)).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
