package dev.daybook.processes.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.process.InputHeld;
import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstanceHandlerTest {
    private final Told told = new Told();

    @AfterEach
    void mend() {
        Talk.broken = true;
    }

    @Test
    void sends_commands_with_ids_that_count() {
        told.event("1", 1, "send hello");
        told.event("1", 2, "send bye");

        assertThat(told.sent()).containsExactly("talk:a:1 hello", "talk:a:2 bye");
        assertThat(told.last())
                .isEqualTo(new ProcessAdvanced(
                        new Trigger("1-2", "Event", "order", "1"),
                        ProcessStatus.RUNNING,
                        List.of(new SentCommand("talk:a:2", "Text", "order", "10248")),
                        List.of(),
                        List.of(),
                        "\"send hello, send bye\""));
        assertThat(told.instance().version()).isEqualTo(2);
    }

    @Test
    void drops_events_that_come_twice_or_late() {
        told.event("1", 2, "send hello");

        assertThat(told.event("1", 2, "send hello")).isFalse();
        assertThat(told.event("1", 1, "send late")).isFalse();
        assertThat(told.event("2", 1, "send other")).isTrue();
        assertThat(told.state()).isEqualTo("send hello, send other");
    }

    @Test
    void begins_at_an_event_that_says_something() {
        assertThat(told.event("1", 1, "nothing")).isFalse();
        assertThat(told.accepted("talk:a:1")).isFalse();
        assertThat(told.retry()).isFalse();

        assertThat(told.begun()).isFalse();
    }

    @Test
    void hears_each_answer_once_and_only_of_its_own_commands() {
        told.event("1", 1, "send handled");

        assertThat(told.refused("talk:b:1")).isFalse();
        assertThat(told.refused("talk:a:1")).isTrue();
        assertThat(told.refused("talk:a:1")).isFalse();

        assertThat(told.state()).isEqualTo("send handled, refused no");
        assertThat(told.instance().open()).isEmpty();
    }

    @Test
    void forgets_a_command_that_is_accepted_without_a_word() {
        told.event("1", 1, "send hello");
        told.accepted("talk:a:1");

        assertThat(told.instance().open()).isEmpty();
        assertThat(told.history()).hasSize(1);
    }

    @Test
    void tells_of_an_acceptance_if_the_process_wants_to_know() {
        told.event("1", 1, "send curious");
        told.accepted("talk:a:1");

        assertThat(told.state()).endsWith("accepted");
    }

    @Test
    void fails_at_a_refusal_that_it_has_no_answer_to_and_sends_again_when_retried() {
        told.event("1", 1, "send hello");
        told.refused("talk:a:1");
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.FAILED);
        assertThat(told.last()).isInstanceOfSatisfying(ProcessFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo("no");
            assertThat(failed.reason()).isEqualTo("text for order/10248 (talk:a:1): Never");
            assertThat(failed.held()).isZero();
        });

        told.event("1", 2, "send more");
        assertThat(told.last()).isInstanceOf(InputHeld.class);
        assertThat(told.sent()).containsExactly("talk:a:1 hello");

        told.retry();
        assertThat(told.sent()).containsExactly("talk:a:1 hello", "talk:a:2 hello", "talk:a:3 more");
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.RUNNING);
        assertThat(told.heldBack()).isZero();
        told.accepted("talk:a:2");
        assertThat(told.instance().open()).hasSize(1);
    }

    @Test
    void sends_everything_again_that_was_refused_before_a_retry_and_tells_the_rest() {
        told.event("1", 1, "send one");
        told.event("1", 2, "send two");
        told.event("1", 3, "send three");
        told.event("1", 4, "send handled");
        told.refused("talk:a:1");
        told.event("1", 5, "send four");
        told.refused("talk:a:2");
        told.refused("talk:a:4");
        told.crashed("talk:a:3");
        told.refused("talk:a:2");

        told.retry();

        assertThat(told.history())
                .filteredOn(ProcessRetried.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProcessRetried.class,
                        retried -> assertThat(retried.commands())
                                .extracting(SentCommand::id)
                                .containsExactly("talk:a:5", "talk:a:6", "talk:a:7"));
        assertThat(told.sent())
                .endsWith("talk:a:5 one", "talk:a:6 two", "talk:a:7 three", "talk:a:8 four")
                .hasSize(8);
        assertThat(told.state()).endsWith("send four, refused no");
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.RUNNING);
        assertThat(told.heldBack()).isZero();
        assertThat(told.instance().open())
                .extracting(OpenCommand::id)
                .containsExactly("talk:a:5", "talk:a:6", "talk:a:7", "talk:a:8");
    }

    @Test
    void sends_nothing_again_that_was_accepted_first() {
        told.event("1", 1, "send one");
        told.event("1", 2, "send two");
        told.refused("talk:a:1");
        told.accepted("talk:a:2");
        told.refused("talk:a:2");

        told.retry();

        assertThat(told.sent()).containsExactly("talk:a:1 one", "talk:a:2 two", "talk:a:3 one");
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.RUNNING);
    }

    @Test
    void fails_anew_at_a_refusal_that_came_while_it_had_failed_otherwise() {
        told.event("1", 1, "send one");
        told.event("1", 2, "send two");
        told.event("1", 3, "throw");
        told.refused("talk:a:1");
        told.refused("talk:a:2");
        Talk.broken = false;

        told.retry();
        assertThat(told.sent()).containsExactly("talk:a:1 one", "talk:a:2 two");
        assertThat(told.state()).endsWith("throw");
        assertThat(told.last()).isInstanceOfSatisfying(ProcessFailed.class, failed -> {
            assertThat(failed.reason()).isEqualTo("text for order/10248 (talk:a:1): Never");
            assertThat(failed.held()).isOne();
        });

        told.retry();
        assertThat(told.sent()).endsWith("talk:a:3 one", "talk:a:4 two").hasSize(4);
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.RUNNING);
    }

    @Test
    void fails_when_an_aggregate_breaks_at_its_command() {
        told.event("1", 1, "send handled");
        told.crashed("talk:a:1");

        assertThat(told.last())
                .isInstanceOfSatisfying(
                        ProcessFailed.class, failed -> assertThat(failed.code()).isEqualTo("decider-failed"));
    }

    @Test
    void says_in_words_why_a_command_was_not_taken() {
        told.event("1", 1, "send handled");
        told.event("1", 2, "send hello");
        told.conflicted("talk:a:2");
        told.retry();
        told.reused("talk:a:3");
        told.retry();
        told.crashed("talk:a:4");

        assertThat(told.history())
                .filteredOn(ProcessFailed.class::isInstance)
                .extracting(failed -> ((ProcessFailed) failed).reason())
                .containsExactly(
                        "text for order/10248 (talk:a:2): Expected the aggregate at version 3, but it is at version 5",
                        "text for order/10248 (talk:a:3): Expected an id of its own, but another command had it before",
                        "text for order/10248 (talk:a:4): It broke");
    }

    @Test
    void stays_failed_while_what_is_held_back_cannot_be_read() {
        told.event("1", 1, "send hello");
        told.refused("talk:a:1");
        told.event("1", 2, "hello");
        told.event("1", 3, "bye");
        told.forget();
        told.retry();

        assertThat(told.last()).isInstanceOfSatisfying(ProcessFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(InstanceHandler.UNREADABLE);
            assertThat(failed.reason()).contains("It is in another hand");
            assertThat(failed.held()).isEqualTo(2);
        });
        assertThat(told.heldBack()).isEqualTo(2);
    }

    @Test
    void tells_nothing_of_what_was_held_back_and_is_heard_no_more() {
        told.event("1", 1, "send hello");
        told.refused("talk:a:1");
        told.event("1", 2, "old");
        told.event("2", 1, "new");
        told.cease("1");

        told.retry();

        assertThat(told.state()).isEqualTo("send hello, new");
        assertThat(told.heldBack()).isZero();
    }

    @Test
    void keeps_what_it_throws_at_and_all_that_follows_in_order() {
        told.event("1", 1, "send hello");
        told.event("1", 2, "throw");
        told.event("1", 3, "send more");
        told.accepted("talk:a:1");
        assertThat(told.state()).isEqualTo("send hello");
        assertThat(told.history().get(1)).isInstanceOfSatisfying(ProcessFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(InstanceHandler.THREW);
            assertThat(failed.reason()).contains("it is broken");
            assertThat(failed.held()).isOne();
        });
        assertThat(told.heldBack()).isEqualTo(3);

        told.retry();
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.FAILED);
        assertThat(told.heldBack()).isEqualTo(3);
        assertThat(told.state()).isEqualTo("send hello");

        Talk.broken = false;
        told.retry();
        assertThat(told.state()).isEqualTo("send hello, throw, send more");
        assertThat(told.instance().open()).hasSize(1);
        assertThat(told.heldBack()).isZero();
        assertThat(told.history()).filteredOn(ProcessRetried.class::isInstance).hasSize(2);
    }

    @Test
    void drops_duplicates_of_what_is_held_too() {
        told.event("1", 1, "throw");
        told.event("1", 2, "hello");
        assertThat(told.event("1", 2, "hello")).isFalse();
        assertThat(told.event("1", 1, "throw")).isFalse();

        Talk.broken = false;
        told.retry();

        assertThat(told.state()).isEqualTo("throw, hello");
    }

    @Test
    void fails_at_a_command_to_nobody() {
        told.event("1", 1, "stray command");

        assertThat(told.instance().status()).isEqualTo(ProcessStatus.FAILED);
        assertThat(told.sent()).isEmpty();
    }

    @Test
    void leaves_nothing_behind_of_what_it_fails_at() {
        told.event("1", 1, "hello");
        told.event("1", 2, "never wake");

        assertThat(told.instance().status()).isEqualTo(ProcessStatus.FAILED);
        assertThat(told.instance().timers()).isEmpty();
        assertThat(told.state()).isEqualTo("hello");
        assertThat(told.heldBack()).isOne();
    }

    @Test
    void tells_nothing_of_a_timer_that_is_set_and_cancelled_at_once() {
        told.event("1", 1, "timer wake");
        told.event("1", 2, "timer-and-end");

        assertThat(told.last()).isInstanceOfSatisfying(ProcessAdvanced.class, advanced -> {
            assertThat(advanced.timers()).isEmpty();
            assertThat(advanced.cancelledTimers()).containsExactly("wake");
        });
    }

    @Test
    void tells_that_a_timer_is_cancelled_that_was_replaced_before_in_the_same_step() {
        told.event("1", 1, "timer wake");
        told.event("1", 2, "replace-and-cancel wake");

        assertThat(told.instance().timers()).isEmpty();
        assertThat(told.last()).isInstanceOfSatisfying(ProcessAdvanced.class, advanced -> {
            assertThat(advanced.timers()).isEmpty();
            assertThat(advanced.cancelledTimers()).containsExactly("wake");
        });
    }

    @Test
    void fires_a_timer_once_with_the_id_that_it_was_given_when_it_was_set() {
        told.event("1", 1, "timer wake");
        told.event("1", 2, "send hello");
        assertThat(told.instance().timers())
                .singleElement()
                .satisfies(timer -> assertThat(timer.due()).isEqualTo(Told.NOON.plus(Duration.ofHours(1))));

        assertThat(told.fire("wake")).isTrue();
        assertThat(told.fire("wake")).isFalse();

        assertThat(told.sent()).containsExactly("talk:a:2 hello", "talk:a:1 wake");
        assertThat(told.last())
                .isEqualTo(new TimerFired("wake", new SentCommand("talk:a:1", "Text", "order", "10248")));
        assertThat(told.refused("talk:a:1")).isTrue();
    }

    @Test
    void fires_no_timer_that_was_cancelled() {
        told.event("1", 1, "timer wake");
        told.event("1", 2, "cancel wake");

        assertThat(told.fire("wake")).isFalse();
        assertThat(told.last())
                .isInstanceOfSatisfying(
                        ProcessAdvanced.class,
                        advanced -> assertThat(advanced.cancelledTimers()).containsExactly("wake"));
    }

    @Test
    void replaces_a_timer_of_the_same_name() {
        told.event("1", 1, "timer wake");
        told.event("1", 2, "timer wake");

        assertThat(told.instance().timers()).hasSize(1);
        told.fire("wake");
        assertThat(told.sent()).containsExactly("talk:a:2 wake");
    }

    @Test
    void drops_its_timers_when_it_is_completed() {
        told.event("1", 1, "timer wake");
        told.event("1", 2, "end");

        assertThat(told.instance().timers()).isEmpty();
        assertThat(told.instance().status()).isEqualTo(ProcessStatus.COMPLETED);
    }

    @Test
    void says_that_it_compensates() {
        told.event("1", 1, "undo");

        assertThat(told.instance().status()).isEqualTo(ProcessStatus.COMPENSATING);
    }
}
