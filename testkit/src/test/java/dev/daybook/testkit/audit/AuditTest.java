package dev.daybook.testkit.audit;

import static dev.daybook.testkit.audit.Chronicle.ANY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.testkit.audit.Operation.Told;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class AuditTest {
    private final Chronicle history = new Chronicle();

    @BeforeEach
    void fill() {
        history.send("a1", "open", 0, 1)
                .send("b1", "open", 0, 1)
                .send("a1", "three", 1, 3)
                .send("a2", "open", 0, 1)
                .send("a1", "late", 2, 1)
                .send("a1", "refused", 4, -1)
                .send("a1", "nothing", 4, 0)
                .send("a2", "last", 1, 1);
    }

    @Test
    void finds_nothing_in_a_history_without_faults() {
        history.ask("a1", "three")
                .ask("a1", "nobody's")
                .send("a1", "three", 1, 3)
                .send("a1", "three", 1, 2)
                .abortedReply(null)
                .operation("a1", "unheard", ANY, 1, new Told.Nothing())
                .operation("a1", "refused by the gateway", ANY, 1, new Told.NotAppended());
        history.append("a1", "of somebody else", ANY, 1);

        assertThat(history.audit()).isEmpty();
    }

    @Test
    void says_where_and_what() {
        change("a2", "last", 1, event -> with(event, event.version(), event.position() + 1));

        assertThat(history.audit().getFirst()).hasToString("POSITIONS at events 0@6: expected position 6, found 7");
    }

    @Nested
    final class Of_events {
        @Test
        void misses_one_of_a_command() {
            remove("a1", "three", 2);
            assertThat(history.violated()).contains(Rule.POSITIONS, Rule.VERSIONS, Rule.EVENT_IDS, Rule.ATOMICITY);
        }

        @Test
        void misses_the_last_of_a_partition_though_nothing_comes_after_it() {
            remove("a2", "last", 1);
            assertThat(history.violated()).containsExactly(Rule.ATOMICITY);
        }

        @Test
        void misses_the_tail_of_a_command_though_nothing_comes_after_it() {
            history.send("b1", "two", 2);
            remove("b1", "two", 2);
            assertThat(history.violated()).containsExactly(Rule.ATOMICITY);
        }

        @Test
        void sees_one_twice() {
            append(find("a1", "three", 3));
            assertThat(history.violated()).contains(Rule.EVENTS_ONCE, Rule.POSITIONS, Rule.VERSIONS);
        }

        @Test
        void sees_a_command_take_effect_twice_even_if_counted_on() {
            append(with(find("a1", "open", 1), 5, 7));
            assertThat(history.violated()).containsExactly(Rule.EVENTS_ONCE);
        }

        @Test
        void sees_two_swapped() {
            swap("a1", "three", 1, "a1", "three", 2);
            assertThat(history.violated()).contains(Rule.EVENT_IDS, Rule.POSITIONS, Rule.VERSIONS);
        }

        @Test
        void sees_a_wrong_version() {
            change("a2", "last", 1, event -> with(event, event.version() + 1, event.position()));
            assertThat(history.violated()).contains(Rule.VERSIONS);
        }

        @Test
        void sees_a_wrong_position() {
            change("a1", "three", 3, event -> with(event, event.version(), event.position() + 1));
            assertThat(history.violated()).contains(Rule.POSITIONS);
        }

        @Test
        void sees_a_wrong_id() {
            change("a1", "open", 1, event -> new LoggedEvent(0, event.offset(), "a1", "open", 0, 1, 1));
            assertThat(history.violated()).containsExactly(Rule.EVENT_IDS);
        }

        @Test
        void sees_events_that_no_command_asked_for() {
            append(new LoggedEvent(1, 99, "b1", "out of nowhere", 1, 2, 2));
            assertThat(history.violated()).containsExactly(Rule.ORIGIN);
        }

        @Test
        void sees_events_in_another_partition_than_their_command() {
            append(new LoggedEvent(2, 99, "b1", "elsewhere", 1, 2, 1));
            history.messages.add(new LoggedMessage.Sent(1, 99, "b1", "elsewhere", null, new Intent(ANY, 1)));
            assertThat(history.violated()).containsExactly(Rule.ORIGIN);
        }

        @Test
        void sees_them_in_another_order_than_their_commands_even_if_counted_right() {
            history.append("b1", "first", ANY, 1);
            history.append("b1", "second", ANY, 1);
            history.replies.removeLast();
            history.replies.removeLast();
            change("b1", "first", 1, event -> named(event, "second"));
            history.events.set(history.events.size() - 1, named(history.events.getLast(), "first"));
            assertThat(history.violated()).contains(Rule.ORDER);
        }
    }

    @Nested
    final class Of_expected_versions {
        @Test
        void sees_one_take_effect_at_another_version() {
            history.messages.add(new LoggedMessage.Sent(1, 99, "b1", "stale", null, new Intent(7, 1)));
            append(new LoggedEvent(1, 99, "b1", "stale", 1, 2, 2));
            assertThat(history.violated()).containsExactly(Rule.EXPECTED_VERSION);
        }

        @Test
        void sees_two_take_effect_at_one_version() {
            history.append("b1", "one", 1, 1);
            history.messages.add(new LoggedMessage.Sent(1, 99, "b1", "two", null, new Intent(1, 1)));
            append(new LoggedEvent(1, 99, "b1", "two", 1, 3, 3));
            assertThat(history.violated()).containsExactly(Rule.EXPECTED_VERSION);
        }

        @Test
        void sees_a_conflict_over_a_version_of_the_past() {
            tell("a1", "late", new Verdict.Conflict(2, 1));
            assertThat(history.violated()).containsExactly(Rule.EXPECTED_VERSION);
        }

        @Test
        void sees_a_conflict_where_there_was_none() {
            tell("a1", "nothing", new Verdict.Conflict(4, 5));
            assertThat(history.violated()).containsExactly(Rule.EXPECTED_VERSION);
        }

        @Test
        void sees_a_conflict_acknowledged() {
            tell("a1", "late", new Verdict.Accepted(5, 1, 0, 6));
            assertThat(history.violated()).containsExactly(Rule.EXPECTED_VERSION);
        }

        @Test
        void sees_a_conflict_that_has_events() {
            tell("a1", "three", new Verdict.Conflict(1, 2));
            assertThat(history.violated()).containsExactly(Rule.EXPECTED_VERSION);
        }
    }

    @Nested
    final class Of_answers {
        @Test
        void sees_an_acknowledged_command_that_is_not_in_the_log() {
            history.operation("a1", "lost", ANY, 1, new Told.Appended());
            assertThat(history.violated()).containsExactly(Rule.DURABILITY);
        }

        @Test
        void sees_an_acknowledged_command_whose_events_are_missing() {
            tell("a1", "refused", new Verdict.Accepted(5, 1, 0, 6));
            assertThat(history.violated()).contains(Rule.ATOMICITY);
        }

        @Test
        void sees_a_rejected_command_that_has_events() {
            tell("a1", "three", new Verdict.Rejected(1, "no"));
            assertThat(history.violated()).containsExactly(Rule.ANSWER);
        }

        @Test
        void sees_a_rejection_acknowledged() {
            tell("a1", "refused", new Verdict.Accepted(4, 0, 0, 5));
            assertThat(history.violated()).containsExactly(Rule.SAME_ANSWER);
        }

        @Test
        void sees_a_rejection_at_another_version() {
            tell("a1", "refused", new Verdict.Rejected(3, "no"));
            assertThat(history.violated()).containsExactly(Rule.SAME_ANSWER);
        }

        @Test
        void sees_an_acknowledged_version_that_is_not_in_the_log() {
            tell("a1", "three", new Verdict.Accepted(5, 3, 0, 4));
            assertThat(history.violated()).containsExactly(Rule.ANSWER);
        }

        @Test
        void sees_an_acknowledged_position_that_is_not_in_the_log() {
            tell("a1", "three", new Verdict.Accepted(4, 3, 0, 5));
            assertThat(history.violated()).containsExactly(Rule.ANSWER);
        }

        @Test
        void sees_an_answer_that_garbles_its_events() {
            tell("a1", "three", new Verdict.Garbled("[three:1, three:3]"));
            assertThat(history.violated()).containsExactly(Rule.ANSWER);
        }

        @Test
        void sees_that_what_was_decided_before_an_abort_was_not_committed() {
            history.send("a1", "decided", -1).abortedReply(new Verdict.Rejected(3, "no"));
            assertThat(history.violated()).containsExactly(Rule.SAME_ANSWER);
        }

        @Test
        void sees_a_command_unanswered() {
            history.replies.removeLast();
            assertThat(history.violated()).containsExactly(Rule.ANSWERED_ONCE);
        }

        @Test
        void sees_a_command_answered_twice() {
            history.replies.add(history.replies.getLast());
            assertThat(history.violated()).containsExactly(Rule.ANSWERED_ONCE);
        }

        @Test
        void sees_a_command_denied_that_is_there() {
            history.ask("a1", "open");
            history.replies.set(
                    history.replies.size() - 1, with(history.replies.getLast(), new Verdict.NoSuchCommand()));
            assertThat(history.violated()).containsExactly(Rule.ANSWER);
        }

        @Test
        void sees_a_command_found_that_is_not_there() {
            history.ask("a1", "nobody's");
            history.replies.set(
                    history.replies.size() - 1, with(history.replies.getLast(), new Verdict.Accepted(9, 0, 0, 9)));
            assertThat(history.violated()).containsExactly(Rule.ANSWER);
        }

        @Test
        void takes_a_command_that_failed_as_not_sent() {
            history.fail("a1", "poison", 1).send("a1", "poison", 1);
            assertThat(history.audit()).isEmpty();
        }
    }

    @Nested
    final class Of_retries {
        @Test
        void sees_a_retry_answered_differently() {
            history.send("a1", "refused", 4, -1);
            history.replies.set(
                    history.replies.size() - 1, with(history.replies.getLast(), new Verdict.Rejected(4, "other")));
            assertThat(history.violated()).containsExactly(Rule.SAME_ANSWER);
        }

        @Test
        void sees_a_retry_take_effect_again() {
            history.send("b1", "open", 0, 1);
            append(new LoggedEvent(1, 99, "b1", "open", 1, 2, 2));
            assertThat(history.violated()).contains(Rule.EVENT_IDS, Rule.ATOMICITY);
        }

        @Test
        void sees_an_id_taken_for_another_command() {
            history.send("b1", "open", 5);
            history.replies.set(
                    history.replies.size() - 1, with(history.replies.getLast(), new Verdict.Accepted(1, 1, 1, 1)));
            assertThat(history.violated()).containsExactly(Rule.REUSE);
        }

        @Test
        void sees_a_command_in_the_log_that_was_said_not_to_be() {
            history.append("b1", "said no", ANY, 1);
            history.operation("b1", "said no", ANY, 1, new Told.NotAppended())
                    .operation("b1", "said no", ANY, 1, new Told.Nothing());
            history.append("b1", "said no", ANY, 1);
            assertThat(history.violated()).containsExactly(Rule.SENDINGS);
        }

        @Test
        void sees_a_retry_acknowledged_that_is_not_in_the_log() {
            history.operation("b1", "open", 0, 1, new Told.Appended());
            assertThat(history.violated()).containsExactly(Rule.SENDINGS);
        }
    }

    @Nested
    final class Of_real_time {
        @Test
        void expects_nothing_of_a_command_that_no_client_sent() {
            history.append("b1", "a process's", ANY, -1);
            history.append("b1", "a client's", ANY, -1);
            history.operation("b1", "a client's", ANY, -1, new Told.Appended());
            assertThat(history.violated()).isEmpty();
        }

        @Test
        void sees_a_command_before_one_that_was_answered_before_it_was_sent() {
            history.append("b1", "later", ANY, -1);
            history.append("b1", "earlier", ANY, -1);
            history.operation("b1", "earlier", ANY, -1, new Told.Appended())
                    .operation("b1", "later", ANY, -1, new Told.Appended());
            assertThat(history.violated()).containsExactly(Rule.REAL_TIME);
        }

        @Test
        void admits_any_order_of_commands_that_were_sent_at_the_same_time() {
            history.append("b1", "later", ANY, -1);
            history.append("b1", "earlier", ANY, -1);
            history.operations.add(new Operation("b1", "later", new Intent(ANY, -1), 101, 200, new Told.Appended()));
            history.operations.add(new Operation("b1", "earlier", new Intent(ANY, -1), 100, 102, new Told.Appended()));
            assertThat(history.audit()).isEmpty();
        }

        @Test
        void takes_all_attempts_with_one_id_as_one_operation() {
            history.append("b1", "retried", ANY, -1);
            history.append("b1", "other", ANY, -1);
            history.operation("b1", "retried", ANY, -1, new Told.Nothing())
                    .operation("b1", "other", ANY, -1, new Told.Appended())
                    .operation("b1", "retried", ANY, -1, new Told.Appended());
            history.append("b1", "retried", ANY, -1);
            assertThat(history.audit()).isEmpty();
        }
    }

    private LoggedEvent find(String aggregate, String command, int number) {
        return history.events.stream()
                .filter(event -> event.aggregateId().equals(aggregate)
                        && event.commandId().equals(command)
                        && event.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void remove(String aggregate, String command, int number) {
        history.events.remove(find(aggregate, command, number));
    }

    private void append(LoggedEvent event) {
        history.events.add(at(event, 100));
    }

    private void change(String aggregate, String command, int number, UnaryOperator<LoggedEvent> change) {
        var event = find(aggregate, command, number);
        history.events.set(history.events.indexOf(event), change.apply(event));
    }

    private void swap(
            String aggregate, String command, int number, String other, String otherCommand, int otherNumber) {
        var one = find(aggregate, command, number);
        var two = find(other, otherCommand, otherNumber);
        history.events.set(history.events.indexOf(one), at(one, two.offset()));
        history.events.set(history.events.indexOf(two), at(two, one.offset()));
    }

    /** Falsifies what a client was told. */
    private void tell(String aggregate, String command, Verdict verdict) {
        history.operations.replaceAll(operation -> operation.aggregateId().equals(aggregate)
                        && operation.commandId().equals(command)
                ? new Operation(
                        aggregate,
                        command,
                        operation.intent(),
                        operation.invoked(),
                        operation.completed(),
                        new Told.Outcome(verdict, false))
                : operation);
    }

    private static LoggedEvent at(LoggedEvent event, long offset) {
        return new LoggedEvent(
                event.partition(),
                offset,
                event.aggregateId(),
                event.commandId(),
                event.number(),
                event.version(),
                event.position());
    }

    private static LoggedEvent with(LoggedEvent event, long version, long position) {
        return new LoggedEvent(
                event.partition(),
                event.offset(),
                event.aggregateId(),
                event.commandId(),
                event.number(),
                version,
                position);
    }

    private static LoggedEvent named(LoggedEvent event, String command) {
        return new LoggedEvent(
                event.partition(),
                event.offset(),
                event.aggregateId(),
                command,
                event.number(),
                event.version(),
                event.position());
    }

    private static LoggedReply with(LoggedReply reply, Verdict verdict) {
        return new LoggedReply(reply.partition(), reply.offset(), reply.key(), verdict, reply.committed());
    }
}
