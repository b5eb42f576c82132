package dev.daybook.projection;

import dev.daybook.core.BoundedContext;
import dev.daybook.projection.Host.StartedTimelines;
import dev.daybook.projection.build.ContextBuilds;
import dev.daybook.projection.build.Remains;
import dev.daybook.projection.build.RunningBuild;
import dev.daybook.projection.query.Catalog;
import dev.daybook.projection.query.ServedTimeline;
import dev.daybook.projection.query.ServedView;
import dev.daybook.projection.stream.StreamsApp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The views and timelines that run here. */
final class Projections implements AutoCloseable {
    private static final Executor THREAD_EACH = work -> Thread.ofPlatform().start(work);

    private final List<ContextBuilds> builds = new CopyOnWriteArrayList<>();
    private final List<StartedTimelines> timelines = new CopyOnWriteArrayList<>();

    /**
     * Starts all views and timelines of these contexts, all at once: each takes a moment to set up its clients.
     *
     * @param kafka what the operator gives to every Kafka client
     * @param remains clears away what a removed build leaves
     */
    void start(Host host, List<? extends BoundedContext> contexts, Map<String, Object> kafka, Remains remains) {
        for (var context : contexts) {
            builds.add(ContextBuilds.of(
                    context, kafka, host.serdes(), (view, build) -> host.start(context, view, build), remains));
        }
        inParallel(Stream.concat(
                contexts.stream().map(context -> () -> timelines.add(host.start(context))),
                builds.stream().flatMap(ContextBuilds::starts)));
        builds.forEach(ContextBuilds::follow);
    }

    /** What can be asked. */
    Catalog catalog() {
        return new Catalog(this::serving, this::running, this::served);
    }

    /** The builds of the views of each context. */
    List<ContextBuilds> builds() {
        return builds;
    }

    /** The applications that queries are answered from: a build that does not serve may take its time. */
    List<StreamsApp> apps() {
        return Stream.concat(
                        timelines.stream().map(StartedTimelines::app),
                        builds.stream().flatMap(ContextBuilds::serving).map(RunningBuild::app))
                .toList();
    }

    private Stream<ServedView<?, ?>> serving() {
        return builds.stream().flatMap(ContextBuilds::serving).map(RunningBuild::served);
    }

    private Stream<ServedView<?, ?>> running() {
        return builds.stream().flatMap(ContextBuilds::running).map(RunningBuild::served);
    }

    private Stream<ServedTimeline<?, ?>> served() {
        return timelines.stream().flatMap(each -> each.served().stream());
    }

    /** Ends all of them at once. */
    @Override
    public void close() {
        inParallel(Stream.concat(
                timelines.stream().map(each -> each.app()::close),
                builds.stream().map(each -> each::close)));
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
