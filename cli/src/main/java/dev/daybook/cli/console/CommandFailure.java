package dev.daybook.cli.console;

/** A command cannot do what it was asked to; the message says why and what to do. */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;

    /**
     * A failure.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message for a person: what was expected, what was found, what to do
     */
    public CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
