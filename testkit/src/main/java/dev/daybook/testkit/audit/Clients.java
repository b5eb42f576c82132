package dev.daybook.testkit.audit;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;

/** What clients saw, compared with what became of their commands. */
final class Clients {
    private final ByCommand<Fate> fates;
    private final Findings findings;

    Clients(ByCommand<Fate> fates, Findings findings) {
        this.fates = fates;
        this.findings = findings;
    }

    void check(Collection<Operation> operations) {
        operations.forEach(this::check);
        fates.all().flatMap(Fate::occurrences).forEach(occurrence -> occurrence.checkSendings(findings));
        fates.all()
                .flatMap(Fate::occurrences)
                .filter(Occurrence::isOfClients)
                .collect(groupingBy(occurrence -> occurrence.first().partition()))
                .values()
                .forEach(this::checkRealTime);
    }

    private void check(Operation operation) {
        var fate = fates.find(operation.aggregateId(), operation.commandId());
        var occurrence = fate == null ? null : fate.find(operation.intent());
        if (fate != null && occurrence != null) {
            occurrence.sent(operation);
            if (operation.told() instanceof Operation.Told.Outcome outcome) {
                fate.checkCommand(operation.intent(), outcome.verdict(), operation, findings);
            }
        } else if (operation.acknowledged()) {
            findings.add(
                    Rule.DURABILITY,
                    operation,
                    "expected it in the log after %s, but found none".formatted(operation.told()));
        }
    }

    /** From the last to the first: none may have been sent after one behind it was answered. */
    private void checkRealTime(List<Occurrence> partition) {
        partition.sort(comparingLong(occurrence -> occurrence.first().offset()));
        Occurrence behind = null;
        for (var occurrence : partition.reversed()) {
            if (behind != null && behind.completed() < occurrence.invoked()) {
                findings.add(
                        Rule.REAL_TIME,
                        occurrence,
                        "expected it behind %s, which was answered %d ns before it was sent"
                                .formatted(behind.place(), occurrence.invoked() - behind.completed()));
            }
            if (behind == null || occurrence.completed() < behind.completed()) {
                behind = occurrence;
            }
        }
    }
}
