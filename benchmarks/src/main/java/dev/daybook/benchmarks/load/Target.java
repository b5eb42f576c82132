package dev.daybook.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/** What load is put on. */
public interface Target<R> {

    /** Sends a request; the future completes with its answer, and fails if that is not the expected one. */
    CompletableFuture<?> send(R request);
}
