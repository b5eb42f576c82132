package dev.daybook.processor.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.EventRef;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.processor.command.Counter.Ask;
import dev.daybook.streams.StreamsAppException;
import dev.daybook.streams.deadletter.Failure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int LARGEST = 2_000;

    private final HeapMemory memory = new HeapMemory();
    private final CommandHandler<Ask, Counter.Fact, String> handler =
            new CommandHandler<>(Counter.AGGREGATE, 3, new Rules(WINDOW, LARGEST), new TextEncoding());

    @Test
    void counts_versions_and_positions_on_and_evolves_the_state() {
        send("a", "1", new Ask.Count(1));
        send("b", "2", new Ask.Count(2));
        var answer = send("a", "3", new Ask.Count(2));

        assertThat(answer.outcome())
                .isEqualTo(new CommandAccepted(
                        "3",
                        "counter",
                        "a",
                        3,
                        3,
                        5,
                        List.of(new EventRef("3:1", "Counted", 2), new EventRef("3:2", "Counted", 3))));
        assertThat(answer.replayed()).isFalse();
        assertThat(memory.log()).extracting(Append::id).containsExactly("1:1", "2:1", "2:2", "3:1", "3:2");
        assertThat(memory.log()).extracting(Append::version).containsExactly(1L, 1L, 2L, 2L, 3L);
        assertThat(memory.log()).extracting(Append::position).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(memory.snapshot("a")).isEqualTo(new Snapshot<>("123", 3));
    }

    @Test
    void accepts_what_is_already_so_without_an_event() {
        send("a", "1", new Ask.Count(1));

        var handled = handle(command("a", "2", new Ask.Nothing()));

        assertThat(handled.answer().outcome()).isEqualTo(new CommandAccepted("2", "counter", "a", 1, 3, 1, List.of()));
        assertThat(handled)
                .isInstanceOfSatisfying(
                        Handled.Decided.class,
                        decided -> assertThat(decided.state()).isNull());
        assertThat(memory.log()).hasSize(1);
    }

    @Test
    void tells_a_refusal_with_the_version_that_it_was_decided_at() {
        send("a", "1", new Ask.Count(2));

        assertThat(send("a", "2", new Ask.Refuse("not today")).outcome())
                .isEqualTo(new CommandRejected("2", "counter", "a", 2, "rule", "not today", Map.of("state", "12")));
        assertThat(memory.log()).hasSize(2);
    }

    @Test
    void replays_the_outcome_of_a_repeated_command() {
        var first = send("a", "1", new Ask.Count(1));
        send("a", "2", new Ask.Count(1));

        var again = handle(command("a", "1", new Ask.Count(1)));

        assertThat(again).isInstanceOf(Handled.Repeated.class);
        assertThat(again.answer()).isEqualTo(new Answer(first.outcome(), first.encoded(), true));
        assertThat(memory.log()).hasSize(2);
    }

    @Test
    void replays_a_refusal_although_it_would_be_decided_otherwise_now() {
        var refusal = send("a", "1", new Ask.Refuse("not today"));
        send("a", "2", new Ask.Count(1));

        var again = send("a", "1", new Ask.Refuse("not today"));

        assertThat(again.outcome()).isEqualTo(refusal.outcome());
        assertThat(again.replayed()).isTrue();
    }

    @Test
    void keeps_the_ids_of_different_aggregates_apart() {
        send("a", "1", new Ask.Count(1));

        assertThat(send("b", "1", new Ask.Count(1)).replayed()).isFalse();
    }

    @Test
    void refuses_an_id_that_was_used_for_another_payload_and_keeps_the_first_outcome() {
        var first = send("a", "1", new Ask.Count(1));

        assertThat(send("a", "1", new Ask.Count(2)).outcome()).isEqualTo(new CommandIdReused("1", "counter", "a"));
        assertThat(send("a", "1", new Ask.Count(1)).outcome()).isEqualTo(first.outcome());
        assertThat(memory.log()).hasSize(1);
    }

    @Test
    void refuses_an_id_that_was_used_with_another_expected_version() {
        send(command("a", "1", new Ask.Count(1), 0L, NOON));

        assertThat(send(command("a", "1", new Ask.Count(1), null, NOON)).outcome())
                .isInstanceOf(CommandIdReused.class);
    }

    @Test
    void answers_a_repeated_command_up_to_the_end_of_the_window() {
        send("a", "1", new Ask.Count(1));

        var within = command("a", "1", new Ask.Count(1), null, NOON.plus(WINDOW).minusMillis(1));
        assertThat(send(within).replayed()).isTrue();
        var beyond = command("a", "1", new Ask.Count(1), null, NOON.plus(WINDOW));
        assertThat(send(beyond).replayed()).isFalse();
        assertThat(memory.log()).hasSize(2);
    }

    @Test
    void does_not_revive_an_outcome_when_the_clock_of_a_broker_steps_back() {
        send("a", "1", new Ask.Count(1));
        send(command("b", "2", new Ask.Count(1), null, NOON.plus(WINDOW)));

        assertThat(send(command("a", "1", new Ask.Count(1), null, NOON.plusSeconds(1)))
                        .replayed())
                .isFalse();
    }

    @Test
    void decides_at_the_expected_version() {
        assertThat(send(command("a", "1", new Ask.Count(1), 0L, NOON)).outcome())
                .isInstanceOf(CommandAccepted.class);
        assertThat(send(command("a", "2", new Ask.Count(1), 1L, NOON)).outcome())
                .isInstanceOf(CommandAccepted.class);
    }

    @Test
    void answers_another_than_the_expected_version_with_the_actual_one() {
        assertThat(send(command("a", "1", new Ask.Count(1), 1L, NOON)).outcome())
                .isEqualTo(new VersionConflict("1", "counter", "a", 1, 0));
        send("a", "2", new Ask.Count(2));
        assertThat(send(command("a", "3", new Ask.Count(1), 0L, NOON)).outcome())
                .isEqualTo(new VersionConflict("3", "counter", "a", 0, 2));
        assertThat(memory.log()).hasSize(2);
    }

    @Test
    void replays_a_version_conflict_although_the_version_fits_now() {
        send(command("a", "1", new Ask.Count(1), 1L, NOON));
        send("a", "2", new Ask.Count(1));

        var again = send(command("a", "1", new Ask.Count(1), 1L, NOON));

        assertThat(again.outcome()).isInstanceOf(VersionConflict.class);
        assertThat(again.replayed()).isTrue();
    }

    @Test
    void parks_a_command_whose_decider_throws_and_changes_nothing() {
        send("a", "1", new Ask.Count(1));

        var handled = handle(command("a", "2", new Ask.Throw(new IllegalStateException("broken"))));

        assertThat(handled).isInstanceOfSatisfying(Handled.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo(Failure.DECIDER_FAILED);
            assertThat(failed.failure().message()).contains("IllegalStateException", "broken");
            assertThat(failed.failure().cause()).hasMessage("broken");
        });
        assertThat(handled.answer().outcome()).isInstanceOf(CommandFailed.class);
        assertThat(memory.log()).hasSize(1);
        assertThat(memory.snapshot("a")).isEqualTo(new Snapshot<>("1", 1));
    }

    @Test
    void parks_a_command_whose_decider_never_ends() {
        assertThat(send("a", "1", new Ask.Recurse()).outcome()).isInstanceOfSatisfying(CommandFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(Failure.DECIDER_FAILED);
            assertThat(failed.reason()).contains("StackOverflowError");
        });
    }

    @Test
    void decides_a_failed_command_anew_when_it_is_repeated() {
        send("a", "1", new Ask.Throw(new IllegalStateException("broken")));

        assertThat(send("a", "1", new Ask.Count(1)).outcome()).isInstanceOf(CommandAccepted.class);
    }

    @Test
    void throws_on_what_the_surroundings_throw() {
        var away = new StreamsAppException("the registry is away", null) {};

        assertThatThrownBy(() -> send("a", "1", new Ask.Throw(away))).isSameAs(away);
        assertThat(memory.outcome("a", "1")).isNull();
    }

    @Test
    void parks_a_command_that_leads_to_an_event_too_large() {
        assertThat(send("a", "1", new Ask.Write(LARGEST)).outcome())
                .isInstanceOfSatisfying(CommandFailed.class, failed -> {
                    assertThat(failed.code()).isEqualTo(Failure.TOO_LARGE);
                    assertThat(failed.reason())
                            .startsWith("The event is Written in ")
                            .endsWith("at most 2000");
                });
        assertThat(memory.log()).isEmpty();
    }

    @Test
    void parks_a_command_that_leads_to_a_state_too_large() {
        assertThat(send("a", "1", new Ask.Grow(LARGEST)).outcome()).isInstanceOf(CommandAccepted.class);
        assertThat(send("b", "2", new Ask.Grow(LARGEST + 1)).outcome())
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.reason()).startsWith("The state is "));
        assertThat(memory.snapshot("b")).isNull();
    }

    @Test
    void parks_a_command_that_leads_to_an_outcome_too_large() {
        assertThat(send("a", "1", new Ask.Count(LARGEST)).outcome())
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.reason()).startsWith("The outcome is "));
        assertThat(send("a", "2", new Ask.Refuse("r".repeat(LARGEST))).outcome())
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.reason()).startsWith("The outcome is "));
        assertThat(memory.log()).isEmpty();
    }

    @Test
    void shortens_the_reason_of_a_failure() {
        assertThat(send("a", "1", new Ask.Throw(new IllegalStateException("x".repeat(5_000))))
                        .outcome())
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.reason()).hasSize(1_000).endsWith("…"));
    }

    @Test
    void finds_an_outcome_for_who_asks() {
        var first = send("a", "1", new Ask.Count(1));

        assertThat(handler.find("a", "1", NOON, memory)).isEqualTo(new Answer(first.outcome(), first.encoded(), true));
    }

    @Test
    void finds_a_failure_for_who_asks() {
        send("a", "1", new Ask.Recurse());

        assertThat(handler.find("a", "1", NOON, memory).outcome()).isInstanceOf(CommandFailed.class);
    }

    @Test
    void knows_nothing_of_a_command_that_never_came_or_came_too_long_ago() {
        send("a", "1", new Ask.Count(1));

        assertThat(handler.find("a", "2", NOON, memory).outcome()).isEqualTo(new OutcomeUnknown("2", "counter", "a"));
        assertThat(handler.find("a", "1", NOON.plus(WINDOW), memory).outcome())
                .isEqualTo(new OutcomeUnknown("1", "counter", "a"));
    }

    @Test
    void keeps_the_failure_of_an_unreadable_command_for_who_asks() {
        park("a", "1");

        assertThat(handler.find("a", "1", NOON, memory).outcome())
                .isEqualTo(new CommandFailed("1", "counter", "a", "unreadable", "garbage"));
    }

    @Test
    void keeps_the_first_outcome_when_garbage_comes_under_its_id() {
        var first = send("a", "1", new Ask.Count(1));

        assertThat(park("a", "1").outcome()).isInstanceOf(CommandFailed.class);
        assertThat(send("a", "1", new Ask.Count(1)).outcome()).isEqualTo(first.outcome());
        assertThat(memory.log()).hasSize(1);
    }

    private Answer park(String aggregateId, String commandId) {
        var garbage = new Failure(Failure.UNREADABLE, "garbage", null);
        var handled = handler.park(aggregateId, commandId, NOON, garbage, memory);
        memory.write(aggregateId, commandId, handled);
        return handled.answer();
    }

    private Answer send(String aggregateId, String commandId, Ask payload) {
        return send(command(aggregateId, commandId, payload));
    }

    private Answer send(Command<Ask> command) {
        return handle(command).answer();
    }

    private Handled handle(Command<Ask> command) {
        var handled = handler.handle(command, memory);
        memory.write(command.aggregateId(), command.id(), handled);
        return handled;
    }

    private static Command<Ask> command(String aggregateId, String id, Ask payload) {
        return command(aggregateId, id, payload, null, NOON);
    }

    private static Command<Ask> command(
            String aggregateId, String id, Ask payload, @Nullable Long expectedVersion, Instant time) {
        var fingerprint = Fingerprint.of(
                payload.getClass().getName(),
                expectedVersion,
                ByteBuffer.wrap(payload.toString().getBytes(UTF_8)));
        return new Command<>(aggregateId, id, payload, fingerprint, expectedVersion, time, id, null);
    }
}
