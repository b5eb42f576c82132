package dev.daybook.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.streams.retry.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Backoff backoff = new Backoff(Duration.ZERO, Duration.ZERO);
    private final Waiting waiting = new Waiting(backoff);

    @Test
    void asks_again_while_nobody_answers() throws InterruptedException {
        Queue<Exception> faults = new ArrayDeque<>(List.of(
                new ExecutionException(new TimeoutException("no broker")),
                new RegistryUnavailableException("no registry", null)));

        assertThat(waiting.forAnswer("somebody", () -> ask(faults))).isEqualTo("answer");
        assertThat(faults).isEmpty();
    }

    @Test
    void throws_what_waiting_does_not_mend() {
        var refused = new TopicAuthorizationException("not yours");

        assertThatThrownBy(() -> waiting.forAnswer(
                        "somebody", () -> ask(new ArrayDeque<>(List.of(new ExecutionException(refused))))))
                .isSameAs(refused);
    }

    @Test
    void stops_when_it_is_closed() {
        backoff.close();

        assertThatThrownBy(() -> waiting.forAnswer("somebody", () -> {
                    throw new RegistryUnavailableException("no registry", null);
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private static String ask(Queue<Exception> faults) throws ExecutionException {
        return switch (faults.poll()) {
            case ExecutionException e -> throw e;
            case RuntimeException e -> throw e;
            case null, default -> "answer";
        };
    }
}
