package dev.daybook.cli.demo;

import dev.daybook.cli.client.Answer;
import dev.daybook.cli.client.Gateway;
import dev.daybook.cli.client.Preconditions;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;

/**
 * Sends commands until each is answered for good: while the gateway is away or overloaded it tries again with the same
 * idempotency key, which does no harm, and while an outcome is not known it asks for it. Thread-safe.
 */
final class Sender {
    private final Gateway gateway;

    Sender(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The final answer to a command; fails if none comes for a minute. */
    Answer send(SampleCommand command) throws InterruptedException {
        var attempts = new Attempts(command.key());
        while (true) {
            try {
                var answer = post(command);
                if (answer.status() == 202) {
                    answer = outcome(command, attempts);
                    // None is known: the command did not come that far, or so long ago that sending it again tells.
                    if (answer.status() == 404) {
                        continue;
                    }
                }
                if (answer.status() != 503) {
                    return answer;
                }
                attempts.pause(retryAfter(answer), "the gateway answers with status " + answer.status());
            } catch (IOException e) {
                attempts.pause(Duration.ZERO, e.toString());
            }
        }
    }

    private Answer post(SampleCommand command) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        if (command.expectedVersion() != null) {
            headers.putAll(Preconditions.expecting(command.expectedVersion()));
        }
        headers.put("Idempotency-Key", command.key());
        return gateway.trySubmit(command.aggregate(), command.id(), command.name(), command.json(), headers);
    }

    private Answer outcome(SampleCommand command, Attempts attempts) throws IOException, InterruptedException {
        Answer answer;
        do {
            attempts.pause(Duration.ZERO, "it is in the log, but not decided");
            answer = gateway.tryOutcome(command.aggregate(), command.id(), command.key());
        } while (answer.status() == 202);
        return answer;
    }

    private static Duration retryAfter(Answer answer) {
        return answer.header("Retry-After")
                .filter(value -> value.matches("\\d{1,2}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }
}
