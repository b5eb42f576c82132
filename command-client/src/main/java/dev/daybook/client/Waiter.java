package dev.daybook.client;

import dev.daybook.platform.message.Ack;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A sender who waits for a reply. */
final class Waiter {
    private final String key;
    private final SendOptions options;
    private final long start = System.nanoTime();
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    Waiter(String key, SendOptions options) {
        this.key = key;
        this.options = options;
    }

    /** The key that its reply will have. */
    String key() {
        return key;
    }

    Ack ack() {
        return options.ack();
    }

    /** What it waits for. */
    CompletableFuture<Reply> reply() {
        return reply;
    }

    /**
     * Waits from now on for what follows from an append: the reply, the failure of the append, or, once it is durable,
     * the end of the wait or its release.
     */
    CompletableFuture<Reply> follow(CompletableFuture<Void> append) {
        var _ = append.whenComplete((_, failure) -> {
            if (failure != null) {
                reply.completeExceptionally(failure);
            } else if (!reply.isDone()) {
                waitOn();
            }
        });
        return reply;
    }

    private void waitOn() {
        var _ = released.thenRun(() -> reply.complete(new Reply.Pending()));
        var left = options.longestWait().minus(Duration.ofNanos(System.nanoTime() - start));
        var _ = reply.completeOnTimeout(new Reply.Pending(), Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
    }

    void release() {
        released.complete(null);
    }
}
