package dev.daybook.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Metadata;
import dev.daybook.process.InputHeld;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.ProcessRow;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessFoldTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_row_shows_what_the_instance_remembers_and_what_it_was_told_last() {
        var row = fold(
                advanced("a", ProcessStatus.RUNNING, "{\"lines\":2}", List.of()),
                advanced("b", ProcessStatus.COMPENSATING, "{\"lines\":1}", List.of()));

        assertThat(row)
                .isEqualTo(new ProcessRow(
                        "shipping",
                        "10248",
                        ProcessStatus.COMPENSATING,
                        "{\"lines\":1}",
                        trigger("b"),
                        List.of(),
                        null,
                        BEGIN.plusSeconds(1),
                        BEGIN.plusSeconds(2),
                        2));
    }

    @Test
    void a_timer_is_open_until_it_fires() {
        var set = advanced("a", ProcessStatus.RUNNING, "{}", List.of(), timer("payment", 1), timer("parcel", 2));

        assertThat(fold(set).timers()).extracting(PlannedCommand::timer).containsExactly("payment", "parcel");
        assertThat(fold(set, new TimerFired("payment", command(1))).timers())
                .extracting(PlannedCommand::timer)
                .containsExactly("parcel");
    }

    @Test
    void a_timer_is_open_until_it_is_cancelled() {
        var row = fold(
                advanced("a", ProcessStatus.RUNNING, "{}", List.of(), timer("payment", 1)),
                advanced("b", ProcessStatus.RUNNING, "{}", List.of("payment")));

        assertThat(row.timers()).isEmpty();
    }

    @Test
    void a_timer_of_the_same_name_replaces_the_one_before() {
        var row = fold(
                advanced("a", ProcessStatus.RUNNING, "{}", List.of(), timer("payment", 1)),
                advanced("b", ProcessStatus.RUNNING, "{}", List.of(), timer("payment", 2)));

        assertThat(row.timers()).containsExactly(timer("payment", 2));
    }

    @Test
    void of_two_timers_of_one_name_that_are_set_at_once_the_last_is_open() {
        var row = fold(advanced("a", ProcessStatus.RUNNING, "{}", List.of(), timer("payment", 1), timer("payment", 2)));

        assertThat(row.timers()).containsExactly(timer("payment", 2));
    }

    @Test
    void a_completed_instance_has_no_timers() {
        var row = fold(
                advanced("a", ProcessStatus.RUNNING, "{}", List.of(), timer("payment", 1)),
                advanced("b", ProcessStatus.COMPLETED, "{}", List.of()));

        assertThat(row.timers()).isEmpty();
    }

    @Test
    void a_failure_shows_since_when_and_how_much_is_held_back() {
        var row = fold(
                advanced("a", ProcessStatus.RUNNING, "{\"lines\":2}", List.of()),
                new ProcessFailed(trigger("b"), "process-threw", "It threw", 1),
                new InputHeld(trigger("c")),
                new InputHeld(trigger("d")));

        assertThat(row.status()).isEqualTo(ProcessStatus.FAILED);
        assertThat(row.state()).isEqualTo("{\"lines\":2}");
        assertThat(row.trigger()).isEqualTo(trigger("d"));
        assertThat(row.failure()).isNotNull().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("process-threw");
            assertThat(failure.reason()).isEqualTo("It threw");
            assertThat(failure.since()).isEqualTo(BEGIN.plusSeconds(2));
            assertThat(failure.held()).isEqualTo(3);
        });
    }

    @Test
    void an_instance_that_is_retried_has_not_failed_any_more() {
        var row = fold(
                new ProcessFailed(trigger("a"), "process-threw", "It threw", 1),
                new ProcessRetried(trigger("r"), ProcessStatus.RUNNING, List.of()));

        assertThat(row.status()).isEqualTo(ProcessStatus.RUNNING);
        assertThat(row.failure()).isNull();
        assertThat(row.state()).isEmpty();
    }

    @Test
    void a_history_that_begins_with_no_beginning_is_refused() {
        assertThatThrownBy(() -> fold(new TimerFired("payment", command(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("told something first");
    }

    private static ProcessRow fold(ProcessEvent... history) {
        @Nullable ProcessRow row = null;
        for (var i = 1; i <= history.length; i++) {
            row = ProcessFold.next(row, history[i - 1], metadata(i));
        }
        return Objects.requireNonNull(row);
    }

    private static Metadata metadata(int version) {
        return new Metadata("shipping", "10248", version, BEGIN.plusSeconds(version), "cause", "correlation", null);
    }

    private static ProcessAdvanced advanced(
            String trigger, ProcessStatus status, String state, List<String> cancelled, PlannedCommand... timers) {
        return new ProcessAdvanced(trigger(trigger), status, List.of(), List.of(timers), cancelled, state);
    }

    private static Trigger trigger(String id) {
        return new Trigger(id, "dev.daybook.orders.OrderConfirmed", "order", "10248");
    }

    private static PlannedCommand timer(String name, int number) {
        return new PlannedCommand(name, BEGIN.plusSeconds(1_000 + number), command(number));
    }

    private static SentCommand command(int number) {
        return new SentCommand("shipping:10248:" + number, "dev.daybook.orders.CancelOrder", "order", "10248");
    }
}
