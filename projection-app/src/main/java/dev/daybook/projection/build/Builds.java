package dev.daybook.projection.build;

import dev.daybook.http.ProblemException;
import dev.daybook.projection.query.QueryProblems;
import dev.daybook.projection.view.BuildId;
import java.util.List;

/**
 * The builds of the views of all contexts, as requests name them; what is not there ends a request.
 *
 * @param contexts the builds of each context
 */
record Builds(List<ContextBuilds> contexts) {

    /** The builds of a view, and the context whose instructions they follow. */
    record OfView(ContextBuilds context, ViewBuilds builds) {

        /** The build that an id names. */
        RunningBuild find(String id) {
            var build = BuildId.parse(id).filter(builds::expects).orElseThrow(() -> unknown(id));
            return builds.find(build)
                    .orElseThrow(() -> QueryProblems.notReady("The build does not run here")
                            .exception());
        }

        /** The id of a build that may be of a version that this release has no more. */
        BuildId named(String id) {
            return BuildId.parse(id)
                    .filter(build -> build.version() <= builds.versions().lastKey())
                    .orElseThrow(() -> unknown(id));
        }

        private ProblemException unknown(String id) {
            var known = builds.running()
                    .map(build -> build.served().build().toString())
                    .toList();
            return BuildProblems.unknownBuild(builds.view(), id, known).exception();
        }

        /** The build that serves. */
        RunningBuild serving() {
            return builds.serving()
                    .orElseThrow(
                            () -> QueryProblems.notReady("No build of view '%s' runs here yet".formatted(builds.view()))
                                    .exception());
        }
    }

    /** The builds of a view. */
    OfView of(String view) {
        return contexts.stream()
                .flatMap(context -> context.find(view).map(builds -> new OfView(context, builds)).stream())
                .findFirst()
                .orElseThrow(() -> QueryProblems.unknownView(
                                view,
                                contexts.stream()
                                        .flatMap(ContextBuilds::names)
                                        .sorted()
                                        .toList())
                        .exception());
    }
}
