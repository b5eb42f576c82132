package dev.daybook.projection.build;

import dev.daybook.http.Problem;
import java.util.Collection;

/** The problems that requests about builds end with. */
final class BuildProblems {
    private BuildProblems() {}

    static Problem unknownVersion(String view, int version, Collection<Integer> known) {
        return Problem.of(
                404,
                "unknown-version",
                "There is no such version of the view",
                "This release has no version %d of view '%s'; it has %s".formatted(version, view, known));
    }

    static Problem unknownBuild(String view, String build, Collection<String> known) {
        return Problem.of(
                        404,
                        "unknown-build",
                        "There is no such build of the view",
                        "There is no build '%s' of view '%s'; %s".formatted(build, view, Problem.choice(known)))
                .with("known", known);
    }

    static Problem unmet(String build, String with, int partition) {
        return Problem.of(
                        503,
                        "builds-unmet",
                        "The builds were not met at the same position",
                        "Builds %s and %s did not come to the same position of partition %d in time; try again when the new one has caught up"
                                .formatted(build, with, partition))
                .with("partition", partition)
                .withHeader("Retry-After", "5");
    }

    static Problem behind(String view, String build, String serving) {
        return Problem.of(
                        409,
                        "build-behind",
                        "The build shows less than the one that serves",
                        "Build %s of view '%s' has not posted all that %s shows: queries would go back in time. Wait, or force it"
                                .formatted(build, view, serving))
                .with("serving", serving);
    }

    static Problem underWay(String view, String build) {
        return Problem.of(
                        409,
                        "build-under-way",
                        "A build is under way",
                        "Build %s of view '%s' is newer than the one that serves, and has never served. Let it serve, or remove it"
                                .formatted(build, view))
                .with("build", build);
    }

    static Problem refused(Plan.Verdict.Refused refused) {
        return refused.code().equals(Plan.UNKNOWN_BUILD)
                ? Problem.of(404, refused.code(), "There is no such build of the view", refused.reason())
                : Problem.of(409, refused.code(), "The builds of the view do not allow it", refused.reason());
    }

    static Problem unheard(UnheardException e) {
        return Problem.of(
                        503,
                        "instruction-unheard",
                        "What became of the instruction is not known",
                        String.valueOf(e.getMessage()))
                .with("topic", e.topic());
    }
}
