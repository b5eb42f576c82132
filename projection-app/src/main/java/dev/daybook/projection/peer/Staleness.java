package dev.daybook.projection.peer;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How stale an answer is at most, in the header {@code Daybook-Staleness}: seconds, of the stalest of all that it shows. */
public final class Staleness {
    static final String HEADER = "Daybook-Staleness";

    private static final int MILLIS = 3;
    private static final int NANOS = 9;

    private final Context ctx;

    /** That of the answer to a request. */
    public Staleness(Context ctx) {
        this.ctx = ctx;
    }

    /** The answer shows something that is so stale. */
    public void atLeast(Duration staleness) {
        var seconds = BigDecimal.valueOf(staleness.toNanos(), NANOS).setScale(MILLIS, RoundingMode.UP);
        atLeast(seconds.toPlainString());
    }

    void atLeast(String seconds) {
        var told = ctx.res().getHeader(HEADER);
        if (told == null || new BigDecimal(told).compareTo(new BigDecimal(seconds)) < 0) {
            ctx.header(HEADER, seconds);
        }
    }
}
