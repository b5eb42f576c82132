package dev.daybook.projection.query;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client that connects to a stream again has seen, by its {@code Last-Event-ID}.
 *
 * @param version an aggregate's version; of a rollup's row, which has none, a checksum
 * @param build of a row: the id of the build that showed it; empty if it is not said
 */
record LastEventId(long version, String build) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:@(.+))?");

    /** What the client has seen; empty if it connects for the first time. A malformed id ends the request with 400. */
    static Optional<LastEventId> of(Context ctx) {
        return Optional.ofNullable(ctx.header("Last-Event-ID"))
                .filter(id -> !id.isEmpty())
                .map(LastEventId::parse);
    }

    /** Whether it may be of a build. */
    boolean isOf(String application) {
        return build.isEmpty() || build.equals(application);
    }

    /** The version that a build is known to have been seen at. Of another build, nothing is known to have been seen. */
    long versionOf(String application) {
        return isOf(application) ? version : 0;
    }

    private static LastEventId parse(String id) {
        var parts = FORM.matcher(id);
        if (!parts.matches()) {
            throw QueryProblems.badLastEventId(id).exception();
        }
        return new LastEventId(
                Long.parseLong(parts.group(1)),
                Optional.ofNullable(parts.group(2)).orElse(""));
    }

    /** As a stream sends it. */
    @Override
    public String toString() {
        return build.isEmpty() ? String.valueOf(version) : version + "@" + build;
    }
}
