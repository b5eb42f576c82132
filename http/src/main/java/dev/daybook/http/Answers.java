package dev.daybook.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Renders answers. */
public final class Answers {
    private static final String OUTCOME = "dev.daybook.http.outcome";

    private Answers() {}

    /**
     * Answers with JSON.
     *
     * @param outcome what became of the request, a word from a small set: a tag of the request's metrics
     */
    public static void json(Context ctx, int status, String outcome, JsonBody body) {
        outcome(ctx, outcome);
        ctx.status(status).contentType("application/json").result(body.bytes());
    }

    /**
     * Answers with a body that was made elsewhere.
     *
     * @param outcome as of {@link #json}
     */
    public static void bytes(Context ctx, int status, String outcome, String contentType, byte[] body) {
        ctx.attribute(OUTCOME, outcome);
        ctx.status(status).contentType(contentType).result(body);
    }

    /** Answers with a problem; its code is the outcome. */
    public static void problem(Context ctx, Problem problem) {
        outcome(ctx, problem.code());
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(problem.json());
    }

    static void outcome(Context ctx, String outcome) {
        ctx.attribute(OUTCOME, outcome);
    }

    static @Nullable String outcome(Context ctx) {
        return ctx.attribute(OUTCOME);
    }
}
