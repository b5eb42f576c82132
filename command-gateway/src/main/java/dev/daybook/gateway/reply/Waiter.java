package dev.daybook.gateway.reply;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request that waits for a reply, until it is closed. */
public final class Waiter implements AutoCloseable {
    private final String key;
    private final Ack ack;
    private final Runnable forget;
    private final CompletableFuture<Optional<Reply>> reply = new CompletableFuture<>();

    Waiter(String key, Ack ack, Runnable forget) {
        this.key = key;
        this.ack = ack;
        this.forget = forget;
    }

    String key() {
        return key;
    }

    Ack ack() {
        return ack;
    }

    void complete(Optional<Reply> answer) {
        reply.complete(answer);
    }

    /** Waits for the reply; none if it does not come in time, or nobody looks for it any more. */
    public Optional<Reply> await(Duration time) {
        try {
            return reply.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reply is only ever completed with a value", e);
        }
    }

    @Override
    public void close() {
        forget.run();
    }
}
