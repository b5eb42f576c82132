package dev.daybook.cli.demo;

import dev.daybook.cli.client.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of the commands of a replay. Thread-safe. */
final class Tally {
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger known = new AtomicInteger();
    private final List<String> refusals = new ArrayList<>();
    private final ConcurrentMap<String, String> lastTokens = new ConcurrentHashMap<>();

    void count(SampleCommand command, Answer answer) {
        if (isKnown(command, answer)) {
            known.incrementAndGet();
        } else if (answer.status() == 200) {
            accepted.incrementAndGet();
        } else {
            refused(command.key() + ": " + answer.failure().getMessage());
        }
        if (command.aggregate().equals(SampleCommand.ORDER)) {
            answer.header("Daybook-Token").ifPresent(token -> lastTokens.put(command.id(), token));
        }
    }

    /** Counts a command that need not be sent, because what it made is in the log. */
    void countKnown() {
        known.incrementAndGet();
    }

    /** Answered from memory; or sent so long ago that this is forgotten, and what it is for has moved on since. */
    private static boolean isKnown(SampleCommand command, Answer answer) {
        return answer.replayed()
                || (answer.status() == 412 && isPast(command, answer))
                || (answer.status() == 422 && isDone(command, answer));
    }

    private static boolean isPast(SampleCommand command, Answer answer) {
        return command.expectedVersion() != null
                && answer.json().path("actualVersion").asLong() > command.expectedVersion();
    }

    private static boolean isDone(SampleCommand command, Answer answer) {
        return answer.json().path("code").asText().equals(command.doneCode());
    }

    private synchronized void refused(String refusal) {
        refusals.add(refusal);
    }

    /** Commands that made events. */
    int accepted() {
        return accepted.get();
    }

    /** Commands that an earlier run had sent already. */
    int known() {
        return known.get();
    }

    synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** A view that has reached all of these shows the whole replay. */
    Collection<String> tokens() {
        return lastTokens.values();
    }
}
