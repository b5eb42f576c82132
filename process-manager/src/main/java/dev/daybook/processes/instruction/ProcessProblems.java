package dev.daybook.processes.instruction;

import dev.daybook.http.Problem;
import java.util.List;

/** The problems that requests about instances of business processes end with. */
final class ProcessProblems {
    private ProcessProblems() {}

    static Problem unknownProcess(String process, List<String> known) {
        return Problem.unknown("unknown-process", "process", process, known);
    }

    static Problem idTooLong(int length, int longest) {
        return Problem.of(
                400,
                "id-too-long",
                "The id is too long",
                "The id of an instance must have 1 to %d bytes of UTF-8, but has %d".formatted(longest, length));
    }

    static Problem untold(UntoldException e) {
        return Problem.of(503, "instance-untold", "The instance could not be told", String.valueOf(e.getMessage()))
                .with("topic", e.topic())
                .withHeader("Retry-After", "1");
    }
}
