package dev.daybook.projection.query;

import dev.daybook.http.ProblemException;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client that connects to a stream again has seen, by its {@code Last-Event-ID}.
 *
 * @param version an aggregate's version; of a rollup's row, which has none, a checksum
 * @param build of a row: the id of the build that showed it; empty of an event
 */
record LastEventId(long version, String build) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:@(.+))?");

    /** Which ids a stream gives. */
    enum Form {
        EVENT("which is a version"),
        ROW("which is a version, @ and a build"),
        GROUP("which is a checksum of the row, @ and a build");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    /** What the client has seen; empty if it connects for the first time. An id of another form ends the request with 400. */
    static Optional<LastEventId> of(Context ctx, Form form) {
        return Optional.ofNullable(ctx.header("Last-Event-ID"))
                .filter(id -> !id.isEmpty())
                .map(id -> parse(id, form));
    }

    /** The end of a request whose id is of an event that has not happened. */
    ProblemException neverGiven(long last) {
        return QueryProblems.badLastEventId("of which the last has version " + last, toString())
                .exception();
    }

    /** Whether it may be of a build. */
    boolean isOf(String application) {
        return build.equals(application);
    }

    /** The version that a build is known to have been seen at. Of another build, nothing is known to have been seen. */
    long versionOf(String application) {
        return isOf(application) ? version : 0;
    }

    private static LastEventId parse(String id, Form form) {
        var parts = FORM.matcher(id);
        if (!parts.matches() || (parts.group(2) == null) != (form == Form.EVENT)) {
            throw QueryProblems.badLastEventId(form.words, id).exception();
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
