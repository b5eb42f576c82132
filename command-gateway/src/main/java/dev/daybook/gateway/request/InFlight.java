package dev.daybook.gateway.request;

import dev.daybook.http.Problem;
import io.javalin.http.Handler;
import java.util.concurrent.Semaphore;

/** Limits how many requests are in flight at once. Thread-safe. */
public final class InFlight {
    private static final String RETRY_AFTER_SECONDS = "1";

    private final int max;
    private final Semaphore free;

    public InFlight(int max) {
        this.max = max;
        free = new Semaphore(max);
    }

    /** The handler, for as many requests at once as the limit admits; the others are answered with 503. */
    public Handler limit(Handler handler) {
        return ctx -> {
            if (!free.tryAcquire()) {
                throw overloaded().exception();
            }
            try {
                handler.handle(ctx);
            } finally {
                free.release();
            }
        };
    }

    /** How many are in flight now. */
    public int count() {
        return max - free.availablePermits();
    }

    private Problem overloaded() {
        return Problem.of(
                        503,
                        "overloaded",
                        "The gateway has too much to do",
                        "%d requests are in flight, and no more are taken. Nothing is appended; send it again"
                                .formatted(max))
                .with("appended", "no")
                .withHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
}
