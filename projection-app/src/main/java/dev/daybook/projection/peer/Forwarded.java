package dev.daybook.projection.peer;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * The mark of a request that another instance sends on behalf of its own caller. It names the application that the answer
 * is to come from, so that both mean the same build of a view; and it says that nobody else is to be asked, so that no request
 * goes round.
 */
public final class Forwarded {
    static final String HEADER = "Daybook-Forwarded";

    private Forwarded() {}

    /** The application that a forwarded request names; empty if it comes from a caller. */
    public static Optional<String> application(Context ctx) {
        return Optional.ofNullable(ctx.header(HEADER));
    }
}
