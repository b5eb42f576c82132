package dev.daybook.projection.peer;

import io.javalin.http.Context;
import java.util.Objects;

/** An attempt to answer a request from what is here, and what it waits for. */
public enum Attempt {
    /** Others can be asked: only what is here and as fresh as it must be at this moment is used. */
    GLANCE,
    /** Who has it does not answer: a copy that is here is waited for to come as far as the tokens. */
    COPY,
    /** There is nobody else: what is not here may come. */
    LAST;

    private static final String MARK = "dev.daybook.projection.peer.attempt";

    /** The attempt that is made at a request. */
    public static Attempt of(Context ctx) {
        return Objects.requireNonNullElse(ctx.attribute(MARK), LAST);
    }

    void mark(Context ctx) {
        ctx.attribute(MARK, this);
    }
}
