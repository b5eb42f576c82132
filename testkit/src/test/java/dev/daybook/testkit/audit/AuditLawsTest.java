package dev.daybook.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.testkit.audit.Operation.Told;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any history: one without faults passes, and one with any single fault does not. */
final class AuditLawsTest {
    private static final int HISTORIES = 100;
    private static final List<String> AGGREGATES = List.of("a1", "a2", "a3", "b1", "c1");

    /** A way to falsify a history at random. */
    record Fault(String name, BiConsumer<Chronicle, Random> inject) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "event lost",
                        (history, random) -> history.events.remove(random.nextInt(history.events.size()))),
                new Fault(
                        "event twice",
                        (history, random) ->
                                history.events.add(moved(any(history.events, random), 0, 0, 0, 1_000_000))),
                new Fault("version wrong", (history, random) -> replace(history, random, 0, 1, 0)),
                new Fault("position wrong", (history, random) -> replace(history, random, 0, 0, 1)),
                new Fault("id wrong", (history, random) -> replace(history, random, 1, 0, 0)),
                new Fault("command lost", (history, random) -> {
                    var lost = any(history.events, random).commandId();
                    history.messages.removeIf(message -> message.commandId().equals(lost));
                }),
                new Fault(
                        "reply lost",
                        (history, random) -> history.replies.remove(any(
                                history.replies.stream()
                                        .filter(LoggedReply::committed)
                                        .toList(),
                                random))),
                new Fault("reply wrong", (history, random) -> {
                    var index = random.nextInt(history.replies.size());
                    var reply = history.replies.get(index);
                    history.replies.set(
                            index,
                            new LoggedReply(0, reply.offset(), reply.key(), wrong(reply.verdict()), reply.committed()));
                }),
                new Fault(
                        "aborted reply wrong",
                        (history, random) -> history.abortedReply(
                                wrong(history.replies.getLast().verdict()))),
                new Fault("client told wrong", (history, random) -> {
                    var told = any(
                            history.operations.stream()
                                    .filter(operation -> operation.told() instanceof Told.Outcome)
                                    .toList(),
                            random);
                    history.operations.set(history.operations.indexOf(told), toldWrong(told));
                }));
    }

    @Test
    void finds_nothing_where_there_is_no_fault() {
        for (var seed = 0; seed < HISTORIES; seed++) {
            assertThat(history(new Random(seed)).audit()).as("history %s", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void finds_a_fault_wherever_it_is(Fault fault) {
        for (var seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var history = history(random);
            fault.inject().accept(history, random);
            assertThat(history.audit()).as("history %s", seed).isNotEmpty();
        }
    }

    private static Chronicle history(Random random) {
        var history = new Chronicle();
        for (var id = 0; id < 60; id++) {
            var aggregate = any(AGGREGATES, random);
            history.send(aggregate, "c" + id, expected(history, aggregate, random), random.nextInt(5) - 1);
            again(history, random);
        }
        return history;
    }

    private static long expected(Chronicle history, String aggregate, Random random) {
        return random.nextBoolean() ? Chronicle.ANY : Math.max(0, history.version(aggregate) - random.nextInt(2));
    }

    private static void again(Chronicle history, Random random) {
        var earlier = any(history.operations, random);
        var expected = earlier.intent().expectedVersion();
        var payload = earlier.intent().payload();
        switch (random.nextInt(6)) {
            case 0 -> history.send(earlier.aggregateId(), earlier.commandId(), expected, payload);
            case 1 -> history.send(earlier.aggregateId(), earlier.commandId(), expected, payload + 1);
            case 2 -> history.ask(earlier.aggregateId(), earlier.commandId());
            case 3 -> history.ask(earlier.aggregateId(), "unknown");
            case 4 -> history.abortedReply(null);
            default -> {
                history.append(earlier.aggregateId(), earlier.commandId(), expected, payload);
                history.operation(earlier.aggregateId(), earlier.commandId(), expected, payload, new Told.Nothing());
            }
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static void replace(Chronicle history, Random random, int number, int version, int position) {
        var index = random.nextInt(history.events.size());
        var event = history.events.get(index);
        history.events.set(index, moved(event, number, version, position, event.offset()));
    }

    private static LoggedEvent moved(LoggedEvent event, int number, int version, int position, long offset) {
        return new LoggedEvent(
                event.partition(),
                offset,
                event.aggregateId(),
                event.commandId(),
                event.number() + number,
                event.version() + version,
                event.position() + position);
    }

    private static Operation toldWrong(Operation told) {
        var verdict = ((Told.Outcome) told.told()).verdict();
        return new Operation(
                told.aggregateId(),
                told.commandId(),
                told.intent(),
                told.invoked(),
                told.completed(),
                new Told.Outcome(wrong(verdict), true));
    }

    private static Verdict wrong(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted ->
                new Verdict.Accepted(
                        accepted.version() + 1, accepted.events(), accepted.partition(), accepted.position());
            case Verdict.Rejected rejected -> new Verdict.Rejected(rejected.version(), "another");
            case Verdict.Conflict conflict -> new Verdict.Conflict(conflict.expected(), conflict.actual() + 1);
            case Verdict.Reused _, Verdict.Failed _, Verdict.NoSuchCommand _, Verdict.Garbled _ ->
                new Verdict.Rejected(0, "another");
        };
    }
}
