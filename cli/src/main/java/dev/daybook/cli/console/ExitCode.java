package dev.daybook.cli.console;

/** How a command ends, for scripts. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** The arguments, or the request that they make, are wrong. */
    public static final int USAGE = 2;
    /** A rule refused the command, or the aggregate is at another version, or the idempotency key was used before. */
    public static final int REFUSED = 3;
    /** Nothing answers, or what answers is not ready or overloaded. */
    public static final int UNREACHABLE = 4;

    public static final int NOT_FOUND = 5;
    /** The command is in the log for good, but its outcome was not known within the wait. */
    public static final int UNDECIDED = 6;

    private ExitCode() {}
}
