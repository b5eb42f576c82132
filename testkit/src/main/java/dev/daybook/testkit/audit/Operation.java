package dev.daybook.testkit.audit;

/**
 * One sending of a command by a client, and what the client was told. A command that is sent again is another operation
 * with the same id.
 *
 * @param invoked when it was sent, in nanoseconds of a clock that all clients share and that never steps back
 * @param completed when the client was told, by the same clock
 */
public record Operation(String aggregateId, String commandId, Intent intent, long invoked, long completed, Told told)
        implements Placed {

    /** What a client was told. */
    public sealed interface Told {

        /** The outcome, when the command was decided or when it was committed. */
        record Outcome(Verdict verdict, boolean committed) implements Told {}

        /** That it is in the log, not what becomes of it. */
        record Appended() implements Told {}

        /** That it is not in the log. */
        record NotAppended() implements Told {}

        /** Nothing certain: it may be in the log or not. */
        record Nothing() implements Told {}
    }

    /** Whether the client knows that this sending is in the log. */
    boolean acknowledged() {
        return switch (told) {
            case Told.Outcome _, Told.Appended _ -> true;
            case Told.NotAppended _, Told.Nothing _ -> false;
        };
    }

    /** Whether this sending can be in the log. */
    boolean possible() {
        return !(told instanceof Told.NotAppended);
    }

    @Override
    public String place() {
        return "the client's operation on " + aggregateId + " with id " + commandId;
    }
}
