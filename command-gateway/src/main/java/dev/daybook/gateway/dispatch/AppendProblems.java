package dev.daybook.gateway.dispatch;

import dev.daybook.http.Problem;
import dev.daybook.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The problems of a message that could not be appended. */
final class AppendProblems {
    private static final Logger LOG = LoggerFactory.getLogger(AppendProblems.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private AppendProblems() {}

    /** It is certainly not in the LOG. */
    static ProblemException notAppended(Message message, String reason, Throwable cause) {
        return message.isInquiry()
                ? cannotAsk(message, cause)
                : unavailable(
                        message,
                        "no",
                        "The command is not appended: " + reason + ". Send it again, with the same Idempotency-Key",
                        cause);
    }

    /** It may be in the log, or come there yet. */
    static ProblemException fateUnknown(Message message, Throwable cause) {
        return message.isInquiry()
                ? cannotAsk(message, cause)
                : unavailable(
                        message,
                        "unknown",
                        "Kafka did not confirm the command in time, so it may be appended or not. Send it again with "
                                + "this commandId as Idempotency-Key: it takes effect once at most",
                        cause);
    }

    /** The broker takes no record of its size. */
    static ProblemException tooLarge(Message message, Throwable cause) {
        LOG.warn("A command is too large for {}: {}", topic(message), cause.toString());
        return Problem.of(413, "content-too-large", "The command is too large", "Kafka takes no record of its size")
                .exception();
    }

    private static ProblemException cannotAsk(Message message, Throwable cause) {
        LOG.warn("Cannot ask on {}: {}", topic(message), cause.toString());
        return unavailable("The outcome cannot be asked for: Kafka cannot be reached. Ask again")
                .exception();
    }

    private static ProblemException unavailable(Message message, String appended, String detail, Throwable cause) {
        LOG.warn("Cannot append to {}: {}", topic(message), cause.toString());
        return unavailable(detail)
                .with("appended", appended)
                .with("commandId", message.command().commandId())
                .exception();
    }

    private static Problem unavailable(String detail) {
        return Problem.of(503, "log-unavailable", "The log cannot be written now", detail)
                .withHeader("Retry-After", RETRY_AFTER_SECONDS);
    }

    private static String topic(Message message) {
        return message.command().aggregate().topic();
    }
}
