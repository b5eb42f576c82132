package dev.daybook.chaos.workload;

/** A gateway gave an answer that none of our commands can have. */
final class UnexpectedAnswerException extends RuntimeException {

    UnexpectedAnswerException(Task task, int status, String body) {
        super("Expected 200, 202, 412, 422 or 503 in answer to %s, but found %d: %s".formatted(task, status, body));
    }
}
