package dev.daybook.benchmarks.http;

import dev.daybook.benchmarks.load.Target;
import java.util.concurrent.CompletableFuture;

/** A gateway that is put under load. */
public record HttpTarget(LoadClient client) implements Target<byte[]> {

    @Override
    public CompletableFuture<Answer> send(byte[] request) {
        return client.send(request).thenApply(HttpTarget::requireGood);
    }

    private static Answer requireGood(Answer answer) {
        if (!answer.good()) {
            throw new IllegalStateException("Answered with status " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
