package dev.daybook.testkit.audit;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;

/**
 * The check of a whole history: everything that was sent to the aggregates of a type, everything that is in the log
 * about it, and everything that clients were told.
 *
 * <p><b>What it shows.</b> That the aggregates were linearizable: that there is one order of all commands in which each
 * has the outcome that the specification gives it, and in which no command stands before another that was answered
 * before it was sent. The specification is that of a versioned register with memory: a command with an expected version
 * takes effect if that is the version, and is told the true version otherwise; one with any version takes effect, or is
 * refused by a rule, at the version that there is; what takes effect adds as many to the version as it has events; a
 * command id that was seen before gets its first answer again, or a refusal if the command is another one.
 *
 * <p><b>Why that is complete.</b> To find such an order for a history at hand is hard in general (Gibbons and Korach,
 * "Testing Shared Memories": NP-complete), and checkers search for it. Nothing has to be searched for here, because the
 * system names the order: it promises that the order of the commands topic is the order of the world. So the audit
 * takes that order, of the first occurrence of each command, as the only witness, and checks both halves of the
 * definition by Herlihy and Wing against it, each exactly:
 * <ol>
 *   <li>{@link Replay}: the order is legal. The commands of a partition are decided again one by one, and every event,
 *       version, position, reply and answer must be what comes of that. A command without an answer is no exception: it
 *       stands in the log with its effect, or it does not and has none.
 *   <li>{@link Clients}: the order respects real time. It is enough to compare each command with the earliest answer to
 *       any command behind it, so one walk from the end does it. A command is held to be answered as soon as a client
 *       knows that it is in the log, and sent when the first attempt began that can have put it there; a command that
 *       was sent many times is one operation from the first of these to the first answer.
 * </ol>
 * If both hold, the history is linearizable, with no doubt left. If one does not, then the order of the log is not the
 * order of the world, which is a fault even where some other order would do. Linearizability is local: partitions can be
 * looked at one by one, and clocks are only compared within one.
 *
 * <p>Beyond that it checks what is promised about transactions: what was said before a commit holds after it, also where
 * the transaction was aborted ({@link LoggedReply#committed}), and events are there once, wholly, or not at all. How many
 * events a command must have, the log cannot say by itself: an answer does, so whoever wants every command checked
 * for wholeness has every command answered in the end, for which it is enough to send it again.
 *
 * <p>It takes for granted that the history is shorter than the time for which outcomes are kept, that it begins with the
 * first command, and that it has ended: nothing is on its way any more. It holds everything in memory, less than a
 * kilobyte for each command.
 */
public final class Audit {
    private Audit() {}

    /** Every promise that was not kept; none is how it should be. */
    public static List<Violation> of(AggregateLog log, Collection<Operation> operations) {
        var findings = new Findings();
        var events = new EventRuns(findings);
        log.events().stream()
                .sorted(comparingLong(LoggedEvent::offset))
                .collect(groupingBy(LoggedEvent::partition))
                .values()
                .forEach(events::read);
        var fates = new ByCommand<Fate>();
        var replies = new Replies(log.replies());
        log.messages().stream()
                .sorted(comparingLong(LoggedMessage::offset))
                .collect(groupingBy(LoggedMessage::partition))
                .values()
                .forEach(partition -> new Replay(events, replies, findings, fates).run(partition));
        events.checkOrigins();
        new Clients(fates, findings).check(operations);
        return findings.all();
    }
}
