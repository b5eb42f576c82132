package dev.daybook.testkit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command id. Often the log alone tells. Where it does not, because no event and no conflict follows,
 * the first answer tells it, if it can be true, and all others must be the same.
 */
final class Fate {
    private static final Verdict REUSED = new Verdict.Reused();

    private final Occurrence deciding;
    private final Moment moment;
    private @Nullable Verdict verdict;
    private final boolean knownFromLog;
    private final boolean failedBefore;
    private List<Occurrence> others = List.of();

    /**
     * The fate of an id that was free.
     *
     * @param moment when it was decided
     * @param verdict what the log tells; null: nothing
     */
    Fate(LoggedMessage.Sent command, Moment moment, @Nullable Verdict verdict) {
        this(new Occurrence(command), moment, verdict, false);
    }

    private Fate(Occurrence deciding, Moment moment, @Nullable Verdict verdict, boolean failedBefore) {
        this.deciding = deciding;
        this.moment = moment;
        this.verdict = verdict;
        this.knownFromLog = verdict != null;
        this.failedBefore = failedBefore;
    }

    /** The fate of the same id after this one has failed. */
    Fate decidedAgain(LoggedMessage.Sent command, Moment later, @Nullable Verdict verdict) {
        add(command);
        var again = Objects.requireNonNull(find(command.intent()));
        var fate = new Fate(again, later, verdict, true);
        fate.others = occurrences().filter(each -> each != again).toList();
        return fate;
    }

    /** Where its aggregate and its partition were when a command was decided. */
    record Moment(long version, int partition, long position) {}

    /** Whether it leaves the id free: what failed changed nothing and may be sent again. */
    boolean failed() {
        return verdict instanceof Verdict.Failed;
    }

    /** All commands with this id. */
    Stream<Occurrence> occurrences() {
        return Stream.concat(Stream.of(deciding), others.stream());
    }

    /** The command with this id and intent; null: there is none. */
    @Nullable
    Occurrence find(Intent intent) {
        return occurrences()
                .filter(each -> each.first().intent().equals(intent))
                .findFirst()
                .orElse(null);
    }

    /** Notes a command that comes after the one that was decided. */
    void add(LoggedMessage.Sent command) {
        var known = find(command.intent());
        if (known != null) {
            known.again();
            return;
        }
        others = new ArrayList<>(others);
        others.add(new Occurrence(command));
    }

    /** Compares what the sender of a command with this id was told. */
    void checkCommand(Intent intent, Verdict told, Placed where, Findings findings) {
        if (deciding.first().intent().equals(intent)) {
            check(told, where, findings);
        } else if (!told.equals(REUSED)) {
            findings.add(
                    Rule.REUSE,
                    where,
                    "expected %s, because %s has the id %s already, but found %s"
                            .formatted(
                                    REUSED, deciding.place(), deciding.first().commandId(), told));
        }
    }

    /** Compares what someone was told about the command that was decided. */
    void check(Verdict told, Placed where, Findings findings) {
        if (failedBefore && told instanceof Verdict.Failed) {
            return;
        }
        if (verdict == null && possible(told)) {
            verdict = told;
        } else if (verdict == null) {
            findings.add(
                    ruleOn(told),
                    where,
                    "expected an answer without events at %s, as the log has it for %s, but found %s"
                            .formatted(moment, deciding.place(), told));
        } else if (!verdict.equals(told)) {
            findings.add(
                    ruleOn(told),
                    where,
                    "expected %s, as %s has it for %s, but found %s"
                            .formatted(verdict, knownFromLog ? "the log" : "another answer", deciding.place(), told));
        }
    }

    private boolean possible(Verdict told) {
        return switch (told) {
            case Verdict.Rejected rejected -> rejected.version() == moment.version();
            case Verdict.Accepted accepted ->
                accepted.equals(new Verdict.Accepted(moment.version(), 0, moment.partition(), moment.position()));
            case Verdict.Conflict _, Verdict.Reused _, Verdict.Failed _, Verdict.NoSuchCommand _, Verdict.Garbled _ ->
                false;
        };
    }

    private Rule ruleOn(Verdict told) {
        if (told instanceof Verdict.Conflict || verdict instanceof Verdict.Conflict) {
            return Rule.EXPECTED_VERSION;
        }
        if (told instanceof Verdict.Accepted accepted && accepted.events() != events()) {
            return Rule.ATOMICITY;
        }
        return knownFromLog || verdict == null ? Rule.ANSWER : Rule.SAME_ANSWER;
    }

    private int events() {
        return verdict instanceof Verdict.Accepted accepted ? accepted.events() : 0;
    }
}
