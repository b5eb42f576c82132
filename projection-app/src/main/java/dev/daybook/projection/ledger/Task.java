package dev.daybook.projection.ledger;

import dev.daybook.platform.schema.RegistryUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Something that a ledger is asked to do by another thread than the one that posts, and that only that one may do. */
record Task<L extends Ledger, T>(Function<? super L, T> work, CompletableFuture<T> result) {

    /** Does it, unless who asked has given up by now. What goes wrong with the store is the posting thread's trouble too. */
    void run(L ledger) {
        if (result.isDone()) {
            return;
        }
        try {
            result.complete(work.apply(ledger));
        } catch (RegistryUnavailableException e) {
            result.completeExceptionally(e);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            throw e;
        }
    }
}
