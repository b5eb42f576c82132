package dev.daybook.http;

/** Ends a request with a problem. Handlers throw it; the server's error mapper renders it. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // A problem is an answer, not a fault of the program: its stack trace would never be read.
        super(problem.status() + " " + problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
