package dev.daybook.cli.console;

import java.util.Map;

/** A command cannot do what it was asked to; the message says why and what to do. */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;
    private final Map<String, String> details;

    /**
     * A failure.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message for a person: what was expected, what was found, what to do
     */
    public CommandFailure(int exitCode, String message) {
        this(exitCode, message, Map.of());
    }

    /**
     * A failure of which a program may want to know more.
     *
     * @param details by the names of the members that they have in JSON
     */
    public CommandFailure(int exitCode, String message, Map<String, String> details) {
        super(message);
        this.exitCode = exitCode;
        this.details = Map.copyOf(details);
    }

    public CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.details = Map.of();
    }

    public int exitCode() {
        return exitCode;
    }

    /** What a program may want to know, by the names that it has in JSON. */
    public Map<String, String> details() {
        return details;
    }
}
