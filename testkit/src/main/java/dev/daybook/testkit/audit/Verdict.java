package dev.daybook.testkit.audit;

import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.Outcome;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;

/** What someone was told of a command, in short: an outcome without what follows from the command's id. */
public sealed interface Verdict {

    /**
     * It holds.
     *
     * @param version the aggregate's version after it
     * @param events how many events it has
     * @param partition where its events are
     * @param position the count of events in that partition after it
     */
    record Accepted(long version, int events, int partition, long position) implements Verdict {}

    /** A rule refused it at a version. */
    record Rejected(long version, String code) implements Verdict {}

    /** The aggregate was at another version. */
    record Conflict(long expected, long actual) implements Verdict {}

    /** Its id was used for another command before. */
    record Reused() implements Verdict {}

    /** It could not be processed. */
    record Failed(String code) implements Verdict {}

    /** There is no such command. */
    record NoSuchCommand() implements Verdict {}

    /** It holds, but its events are not named and counted as they must be. */
    record Garbled(String events) implements Verdict {}

    /** An outcome in short. */
    static Verdict of(Outcome outcome) {
        return switch (outcome) {
            case CommandAccepted accepted -> accepted(accepted);
            case CommandRejected rejected ->
                new Rejected(rejected.version(), rejected.code().intern());
            case VersionConflict conflict -> new Conflict(conflict.expectedVersion(), conflict.actualVersion());
            case CommandIdReused _ -> new Reused();
            case CommandFailed failed -> new Failed(failed.code());
            case OutcomeUnknown _ -> new NoSuchCommand();
        };
    }

    private static Verdict accepted(CommandAccepted accepted) {
        var count = accepted.events().size();
        for (var n = 1; n <= count; n++) {
            var event = accepted.events().get(n - 1);
            if (!event.id().equals(accepted.commandId() + ":" + n)
                    || event.version() != accepted.version() - count + n) {
                return new Garbled(accepted.events().toString());
            }
        }
        return new Accepted(accepted.version(), count, accepted.partition(), accepted.position());
    }
}
