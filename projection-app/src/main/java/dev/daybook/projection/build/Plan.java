package dev.daybook.projection.build;

import static java.util.stream.Collectors.joining;

import dev.daybook.projection.view.BuildId;
import dev.daybook.viewbuild.BuildInstruction;
import dev.daybook.viewbuild.RemoveBuild;
import dev.daybook.viewbuild.ServeBuild;
import dev.daybook.viewbuild.StartBuild;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one view has been told about its builds: a pure fold of the instructions, so that all instances agree. It knows
 * nothing of the versions that a release declares: the first build of each is there unless it was removed. Immutable.
 *
 * @param started the builds beside the first of each version, in the order of their ids, removed ones too
 * @param removed the builds that were removed
 * @param served the builds that were ever told to serve
 * @param serving the build that was told to serve last; null if none ever was
 */
record Plan(
        SortedSet<BuildId> started,
        Set<BuildId> removed,
        Set<BuildId> served,
        @Nullable BuildId serving) {
    /** The code of a refusal: there is no such build, or not any more. */
    static final String UNKNOWN_BUILD = "unknown-build";

    /** The plan of a view that was never told anything. */
    static final Plan UNTOLD = new Plan(new TreeSet<>(), Set.of(), Set.of(), null);

    /** What became of an instruction. */
    sealed interface Verdict {
        /** It holds. */
        record Accepted(BuildId build, Plan next) implements Verdict {}

        /** It does not go with those before it; nothing changed. */
        record Refused(String code, String reason) implements Verdict {}
    }

    Plan {
        started = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(started));
        removed = Set.copyOf(removed);
        served = Set.copyOf(served);
    }

    /** Takes the next instruction. */
    Verdict take(BuildInstruction instruction) {
        return switch (instruction) {
            case StartBuild start -> start(start.version());
            case ServeBuild serve -> serve(new BuildId(serve.version(), serve.round()));
            case RemoveBuild remove -> remove(new BuildId(remove.version(), remove.round()));
        };
    }

    /** The builds of these versions, in the order of their ids. */
    List<BuildId> builds(Collection<Integer> versions) {
        var builds = new ArrayList<BuildId>();
        versions.forEach(version -> builds.add(BuildId.first(version)));
        started.stream().filter(build -> versions.contains(build.version())).forEach(builds::add);
        builds.removeAll(removed);
        builds.sort(Comparator.naturalOrder());
        return builds;
    }

    /**
     * The newest build that is newer than a given one and was never told to serve.
     *
     * @param than the build that serves
     */
    Optional<BuildId> underWay(Collection<BuildId> builds, BuildId than) {
        return builds.stream()
                .filter(build -> build.compareTo(than) > 0 && !served.contains(build))
                .max(Comparator.naturalOrder());
    }

    private Verdict start(int version) {
        var unserved = started.stream()
                .filter(build -> !removed.contains(build) && !served.contains(build))
                .toList();
        if (!unserved.isEmpty()) {
            return new Verdict.Refused(
                    "build-under-way",
                    "A build that has never served is there: %s. Let it serve, or remove it"
                            .formatted(unserved.stream().map(BuildId::toString).collect(joining(", "))));
        }
        var last = started.stream()
                .filter(build -> build.version() == version)
                .mapToInt(BuildId::round)
                .max()
                .orElse(1);
        var build = new BuildId(version, last + 1);
        var more = new TreeSet<>(started);
        more.add(build);
        return new Verdict.Accepted(build, new Plan(more, removed, served, serving));
    }

    private Verdict serve(BuildId build) {
        if (!exists(build)) {
            return unknown(build);
        }
        var more = new TreeSet<>(served);
        more.add(build);
        return new Verdict.Accepted(build, new Plan(started, removed, more, build));
    }

    private Verdict remove(BuildId build) {
        if (!exists(build)) {
            return unknown(build);
        }
        if (build.equals(serving)) {
            return new Verdict.Refused(
                    "build-serves", "Build %s serves queries. Let another serve before it goes".formatted(build));
        }
        if (serving == null && build.round() == 1) {
            return new Verdict.Refused(
                    "build-serves",
                    "No build was told to serve yet, so that the first build of a version may: tell one to, then %s can go"
                            .formatted(build));
        }
        var more = new TreeSet<>(removed);
        more.add(build);
        return new Verdict.Accepted(build, new Plan(started, more, served, serving));
    }

    private boolean exists(BuildId build) {
        return !removed.contains(build) && (build.round() == 1 || started.contains(build));
    }

    private static Verdict unknown(BuildId build) {
        return new Verdict.Refused(UNKNOWN_BUILD, "There is no build %s".formatted(build));
    }
}
