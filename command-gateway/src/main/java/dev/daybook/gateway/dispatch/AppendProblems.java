package dev.daybook.gateway.dispatch;

import dev.daybook.client.AppendException;
import dev.daybook.client.Command;
import dev.daybook.gateway.catalog.AggregateType;
import dev.daybook.http.Problem;
import dev.daybook.http.ProblemException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The problems of a message that could not be appended. */
final class AppendProblems {
    private static final Logger LOG = LoggerFactory.getLogger(AppendProblems.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private AppendProblems() {}

    static ProblemException ofCommand(Command command, AppendException failure) {
        LOG.warn("Cannot append a command to '{}': {}", command.aggregate(), failure.toString());
        return switch (failure.reason()) {
            case TOO_LARGE ->
                Problem.of(413, "content-too-large", "The command is too large", "Kafka takes no record of its size")
                        .exception();
            case NOT_APPENDED ->
                unavailable(
                        command,
                        "no",
                        Objects.requireNonNull(failure.getMessage())
                                + ". Send it again, with the same Idempotency-Key");
            case UNCONFIRMED ->
                unavailable(
                        command,
                        "unknown",
                        "Kafka did not confirm the command in time, so it may be appended or not. Send it again with "
                                + "this commandId as Idempotency-Key: it takes effect once at most");
        };
    }

    static ProblemException ofInquiry(AggregateType aggregate, AppendException failure) {
        LOG.warn("Cannot ask on {}: {}", aggregate.topic(), failure.toString());
        return unavailable("The outcome cannot be asked for: Kafka cannot be reached. Ask again")
                .exception();
    }

    private static ProblemException unavailable(Command command, String appended, String detail) {
        return unavailable(detail)
                .with("appended", appended)
                .with("commandId", command.id())
                .exception();
    }

    private static Problem unavailable(String detail) {
        return Problem.of(503, "log-unavailable", "The log cannot be written now", detail)
                .withHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
}
