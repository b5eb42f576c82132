package dev.daybook.http.request;

import dev.daybook.http.Problem;
import dev.daybook.http.ProblemException;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a request. */
public final class RequestHeader {
    private RequestHeader() {}

    /** Every value of a header, in the order in which they came. */
    public static List<String> all(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }

    /**
     * The value of a header that a request may have once; null if it has none.
     *
     * @throws ProblemException if it has it more than once
     */
    public static @Nullable String single(Context ctx, String name) {
        var values = all(ctx, name);
        if (values.size() > 1) {
            throw malformed(name, "one value", values.size() + " values");
        }
        return values.isEmpty() ? null : values.getFirst().strip();
    }

    /** The problem that a header says something else than it must. */
    public static ProblemException malformed(String header, String expected, String found) {
        return Problem.of(
                        400,
                        "malformed-header",
                        "A header does not say what it must",
                        "%s: expected %s, found %s".formatted(header, expected, found))
                .with("header", header)
                .with("expected", expected)
                .with("found", found)
                .exception();
    }
}
