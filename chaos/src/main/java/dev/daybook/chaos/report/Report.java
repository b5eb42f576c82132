package dev.daybook.chaos.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.daybook.chaos.fulfillment.Books;
import dev.daybook.chaos.nemesis.Fault;
import dev.daybook.chaos.nemesis.Struck;
import dev.daybook.cli.console.Table;
import dev.daybook.testkit.audit.AggregateLog;
import dev.daybook.testkit.audit.Operation;
import dev.daybook.testkit.audit.Operation.Told;
import dev.daybook.testkit.audit.Verdict;
import dev.daybook.testkit.audit.Violation;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What became of a run.
 *
 * @param operations all that clients did to orders
 * @param orders the orders that all of them worked on, all the time
 * @param unsettled how many commands had no outcome in the end
 * @param log what is in the log about orders
 * @param violations of what the write side promises about orders and about stock
 * @param discrepancies between orders, stock, their fulfillment and what others were told
 */
public record Report(
        List<Operation> operations,
        List<String> orders,
        int unsettled,
        AggregateLog log,
        List<Struck> struck,
        List<Violation> violations,
        Books books,
        List<String> discrepancies) {
    private static final int MOST_SHOWN = 50;

    /** Whether every promise was kept. */
    public boolean good() {
        return violations.isEmpty() && discrepancies.isEmpty() && unsettled == 0;
    }

    /** For a person. */
    @Override
    public String toString() {
        return String.join(
                System.lineSeparator() + System.lineSeparator(), answers(), held(), availability(), verdict());
    }

    private String answers() {
        var table = new Table();
        operations.stream()
                .collect(groupingBy(operation -> kind(operation.told()), TreeMap::new, counting()))
                .forEach((kind, count) -> table.row("  " + kind, count));
        return "Sent, commands and retries: " + operations.size() + System.lineSeparator() + table;
    }

    private static String kind(Told told) {
        return switch (told) {
            case Told.Outcome(var verdict, var _) -> kind(verdict);
            case Told.Appended _ -> "in the log, not decided yet";
            case Told.NotAppended _ -> "not in the log";
            case Told.Nothing _ -> "nothing certain";
        };
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted.events() == 0 ? "accepted, nothing to do" : "accepted";
            case Verdict.Rejected _ -> "rejected by a rule";
            case Verdict.Conflict _ -> "version conflict";
            case Verdict.Reused _ -> "id was used before";
            case Verdict.Failed _ -> "failed";
            case Verdict.NoSuchCommand _ -> "no such command";
            case Verdict.Garbled _ -> "garbled";
        };
    }

    private String held() {
        var aborted = log.replies().stream().filter(reply -> !reply.committed()).count();
        return new Table()
                .row("Commands and questions in the log:", log.messages().size())
                .row("Events:", log.events().size())
                .row("Replies:", log.replies().size())
                .row("  of transactions that were aborted:", aborted)
                .row("Steps of fulfillment:", books.steps())
                .row("  commands that it sent:", books.outbox().size())
                .row("  payments that it missed:", books.missedPayments())
                .row("Integration events:", books.published().size())
                .toString();
    }

    private String availability() {
        var availability = new Availability(operations.stream()
                .filter(operation -> orders.contains(operation.aggregateId()))
                .toList());
        var table = new Table().row("Fault", "count", "recovery p50", "max", "not seen");
        struck.stream()
                .collect(groupingBy(
                        each -> each.strike().fault(),
                        TreeMap::new,
                        mapping(each -> availability.recovery(each.at()), toList())))
                .forEach((fault, recoveries) -> table.row(row(fault, recoveries)));
        return table + System.lineSeparator()
                + "Recovery is the time from a fault until a command sent after it was accepted, for every order."
                + System.lineSeparator() + "Longest time without an accepted command: "
                + seconds(availability.longestGap()) + "; to some one order: "
                + seconds(availability.longestGapOfAnOrder());
    }

    private static Object[] row(Fault fault, List<OptionalLong> recoveries) {
        var seen = recoveries.stream()
                .filter(OptionalLong::isPresent)
                .map(recovery -> Duration.ofNanos(recovery.getAsLong()))
                .sorted()
                .toList();
        return new Object[] {
            fault,
            recoveries.size(),
            seen.isEmpty() ? "-" : seconds(seen.get(seen.size() / 2)),
            seen.isEmpty() ? "-" : seconds(seen.getLast()),
            recoveries.size() - seen.size()
        };
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    private String verdict() {
        if (good()) {
            return "No violation: every answer, event and version is as the order of the log demands, and orders,"
                    + " stock, fulfillment and integration events fit together.";
        }
        var text = new StringBuilder("%d violations; %d discrepancies; %d commands without an outcome"
                .formatted(violations.size(), discrepancies.size(), unsettled));
        Stream.concat(violations.stream().map(Violation::toString), discrepancies.stream())
                .limit(MOST_SHOWN)
                .forEach(violation ->
                        text.append(System.lineSeparator()).append("  ").append(violation));
        return text.toString();
    }
}
