package dev.daybook.projection.build;

import dev.daybook.core.View;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.ViewNames;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The builds of a view that run here: those that its plan asks for, of the versions that this release declares. Which of
 * them serves changes the moment the plan does; starting and removing them takes longer, and is done in turn behind it.
 * Thread-safe.
 */
final class ViewBuilds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewBuilds.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final String context;
    private final String view;
    private final NavigableMap<Integer, View<?, ?>> versions = new TreeMap<>();
    private final BuildStarter starter;
    private final Remains remains;
    private final NavigableMap<BuildId, RunningBuild> running = new ConcurrentSkipListMap<>();
    private final Set<BuildId> cleared = new HashSet<>();
    private final ScheduledExecutorService work;
    private volatile Plan plan;

    /**
     * The builds of a view, of which none runs yet.
     *
     * @param versions the versions of it that this release declares
     */
    ViewBuilds(
            String context,
            String view,
            Collection<? extends View<?, ?>> versions,
            Plan plan,
            BuildStarter starter,
            Remains remains) {
        this.context = context;
        this.view = view;
        versions.forEach(version -> this.versions.put(version.version(), version));
        this.plan = plan;
        this.starter = starter;
        this.remains = remains;
        this.work = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("builds-" + view).daemon().factory());
    }

    /** The name of the view. */
    String view() {
        return view;
    }

    /** The versions that this release declares, by their numbers. */
    NavigableMap<Integer, View<?, ?>> versions() {
        return versions;
    }

    /** Follows another plan. */
    void follow(Plan next) {
        plan = next;
        work.execute(this::carryOut);
    }

    /** Starts what is to run and does not, and removes what is to go. */
    void carryOut() {
        try {
            plan.builds(versions.keySet()).forEach(this::startUnlessRunning);
            if (!removeAll(plan.removed())) {
                tryAgain();
            }
        } catch (RuntimeException e) {
            LOG.error("The builds of view '{}' are not as they should be; trying again in {}", view, RETRY, e);
            tryAgain();
        }
    }

    private void tryAgain() {
        var _ = work.schedule(this::carryOut, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startUnlessRunning(BuildId build) {
        if (!running.containsKey(build)) {
            LOG.info("Build {} of view '{}' starts", build, view);
            running.put(build, starter.start(Objects.requireNonNull(versions.get(build.version())), build));
        }
    }

    private boolean removeAll(Set<BuildId> builds) {
        for (var build : builds) {
            if (!cleared.contains(build) && remove(build)) {
                cleared.add(build);
            }
        }
        return cleared.containsAll(builds);
    }

    private boolean remove(BuildId build) {
        var gone = running.remove(build);
        if (gone != null) {
            LOG.info("Build {} of view '{}' is removed", build, view);
            gone.app().close();
        }
        return remains.clear(ViewNames.application(context, view, build));
    }

    /** The build that serves queries. */
    Optional<RunningBuild> serving() {
        var told = plan.serving();
        var found = told == null ? null : running.get(told);
        return found != null ? Optional.of(found) : first();
    }

    /** Where nothing was told, or this release does not have it, the oldest build that there is serves. */
    private Optional<RunningBuild> first() {
        return running.values().stream().findFirst();
    }

    /** The build that was begun to take over from the one that serves, a new version of the view among them. */
    Optional<BuildId> underWay() {
        return serving()
                .flatMap(serves -> plan.underWay(
                        plan.builds(versions.keySet()), serves.served().build()));
    }

    /** Whether a build is to run here, though it may not yet. */
    boolean expects(BuildId build) {
        return plan.builds(versions.keySet()).contains(build);
    }

    /** The build with an id, if it runs here. */
    Optional<RunningBuild> find(BuildId build) {
        return Optional.ofNullable(running.get(build));
    }

    /** All builds that run here, in the order of their ids. */
    Stream<RunningBuild> running() {
        return running.values().stream();
    }

    @Override
    public void close() {
        work.shutdownNow();
        try {
            var _ = work.awaitTermination(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.values().forEach(build -> build.app().close());
    }
}
