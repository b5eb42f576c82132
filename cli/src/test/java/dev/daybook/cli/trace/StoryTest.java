package dev.daybook.cli.trace;

import static dev.daybook.cli.trace.Stories.advanced;
import static dev.daybook.cli.trace.Stories.answer;
import static dev.daybook.cli.trace.Stories.cancelled;
import static dev.daybook.cli.trace.Stories.failed;
import static dev.daybook.cli.trace.Stories.fired;
import static dev.daybook.cli.trace.Stories.held;
import static dev.daybook.cli.trace.Stories.lines;
import static dev.daybook.cli.trace.Stories.planned;
import static dev.daybook.cli.trace.Stories.retried;
import static dev.daybook.cli.trace.Stories.sent;
import static dev.daybook.cli.trace.Stories.timer;
import static dev.daybook.cli.trace.Stories.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {
    private static final Ref CONFIRM = new Ref("order", "10248", "c-1");
    private static final Ref CONFIRMED = new Ref("order", "10248", "c-1:1");
    private static final Ref PAY = new Ref("order", "10248", "c-2");
    private static final Ref PAID = new Ref("order", "10248", "c-2:1");
    private static final Ref RESERVE = new Ref("inventory", "11", "fulfillment:10248:1");
    private static final Ref RESERVE_AGAIN = new Ref("inventory", "11", "fulfillment:10248:2");
    private static final Ref RESERVED = new Ref("inventory", "11", "fulfillment:10248:1:1");

    private final WrittenLog log = new WrittenLog();
    private final List<@Nullable Instant> passes = new ArrayList<>();
    private int most = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void follows_what_it_led_to_into_other_stories_however_it_is_read(long seed) {
        log.command("story-1", CONFIRM, null)
                .event("story-1", CONFIRMED, 1, "c-1")
                .command("story-2", new Ref("order", "10249", "c-9"), "c-1:1")
                .event("story-2", new Ref("order", "10249", "c-9:1"), 1, "c-9")
                .step(
                        "story-2",
                        "10249",
                        1,
                        advanced(told(new Ref("order", "10249", "c-9:1"), "E"), sent(RESERVE, "R")))
                .command("story-2", RESERVE, "c-9:1")
                .command("story-3", new Ref("order", "10250", "c-9"), "elsewhere")
                .event("story-3", new Ref("order", "10250", "c-9:1"), 1, "c-9");
        Collections.shuffle(log.records, new Random(seed));

        assertThat(lines(story())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ OrderConfirmed, order 10248 version 1
               └─ confirm-order → order 10249  [c-9]  correlation story-2
                  └─ OrderConfirmed, order 10249 version 1
                     └─ fulfillment 10249 heard E: RUNNING
                        └─ confirm-order → inventory 11  [fulfillment:10248:1]\
            """);
    }

    @Test
    void a_retry_goes_on_with_what_other_stories_told_meanwhile() {
        log.event("story-1", CONFIRMED, 1, "c-1")
                .step("story-1", "10248", 1, failed(told(CONFIRMED, "OrderConfirmed")))
                .event("story-2", PAID, 2, "c-2")
                .step("story-1", "10248", 2, held(told(PAID, "PaymentReceived")))
                .step("story-1", "10248", 3, retried())
                .step("story-1", "10248", 4, advanced(told(CONFIRMED, "OrderConfirmed")))
                .step("story-2", "10248", 5, advanced(told(PAID, "PaymentReceived"), sent(RESERVE, "R")))
                .event("story-2", RESERVED, 1, RESERVE.id());

        assertThat(lines(story())).isEqualTo("""
            a command → order 10248  [c-1]  not in the log, or not any more
            └─ OrderConfirmed, order 10248 version 1
               └─ fulfillment 10248 failed at OrderConfirmed: process-threw: It threw
                  ├─ fulfillment 10248 has failed, and holds back PaymentReceived
                  └─ fulfillment 10248 was retried: RUNNING
                     ├─ fulfillment 10248 heard OrderConfirmed: RUNNING
                     └─ fulfillment 10248 heard PaymentReceived: RUNNING  correlation story-2
                        └─ r → inventory 11  [fulfillment:10248:1]  not in the log, or not any more
                           └─ OrderConfirmed, inventory 11 version 1\
            """);
    }

    @Test
    void what_an_instance_that_failed_in_another_story_holds_back_is_told() {
        log.step("story-2", "10248", 1, failed(told(PAID, "PaymentReceived")))
                .event("story-1", CONFIRMED, 3, "c-1")
                .step("story-2", "10248", 2, held(told(CONFIRMED, "OrderConfirmed")));

        assertThat(lines(story())).isEqualTo("""
            a command → order 10248  [c-1]  not in the log, or not any more
            └─ OrderConfirmed, order 10248 version 3
               └─ fulfillment 10248 has failed, and holds back OrderConfirmed  correlation story-2\
            """);
    }

    @Test
    void what_becomes_of_a_timer_is_known_whatever_that_is_part_of() {
        var set = timer("payment", sent(PAY, "ExpirePayment"));
        log.event("story-1", CONFIRMED, 1, "c-1")
                .step("story-1", "10248", 1, planned(told(CONFIRMED, "OrderConfirmed"), set))
                .step("story-2", "10248", 2, cancelled(told(PAID, "PaymentReceived"), "payment"));

        assertThat(lines(story())).contains("timer payment: expire-payment → order 10248", ", cancelled 2026-01-01");
        assertThat(lines(story())).doesNotContain("PaymentReceived");
    }

    @Test
    void a_timer_of_another_story_that_fires_leads_on() {
        var set = timer("payment", sent(PAY, "ExpirePayment"));
        log.event("story-1", CONFIRMED, 1, "c-1")
                .command("story-2", new Ref("order", "10249", "c-9"), "c-1:1")
                .event("story-2", new Ref("order", "10249", "c-9:1"), 1, "c-9")
                .step("story-2", "10249", 1, planned(told(new Ref("order", "10249", "c-9:1"), "E"), set))
                .step("story-2", "10249", 2, fired("payment", sent(PAY, "ExpirePayment")))
                .command("story-2", PAY, "c-9:1")
                .event("story-2", PAID, 2, "c-2");

        assertThat(lines(story())).contains("fired 2026-01-01", "order 10248  [c-2]", "order 10248 version 2");
    }

    @Test
    void reads_once_more_from_where_the_story_begins_until_it_finds_nothing_new() {
        log.command("story-2", PAY, null).event("story-1", CONFIRMED, 1, "c-1");

        story();

        assertThat(passes).containsExactly(null, WrittenLog.time(1).minus(Duration.ofMinutes(5)));
    }

    @Test
    void reads_once_if_there_is_no_such_story() {
        log.command("story-2", PAY, null);

        assertThat(story()).isEmpty();
        assertThat(passes).hasSize(1);
    }

    @Test
    void a_retry_that_sends_again_what_was_refused_in_the_story_is_told_whatever_failed() {
        log.step("story-2", "10248", 1, failed(told(PAID, "PaymentReceived")))
                .command("story-1", RESERVE, null)
                .step("story-2", "10248", 2, held(answer(RESERVE, "CommandRejected")))
                .step("story-2", "10248", 3, held(told(PAID, "PaymentReceived")))
                .step("story-2", "10248", 4, retried(sent(RESERVE_AGAIN, "R")))
                .command("story-1", RESERVE_AGAIN, "retry-1");

        assertThat(lines(story())).isEqualTo("""
            confirm-order → inventory 11  [fulfillment:10248:1]
            └─ fulfillment 10248 has failed, and holds back CommandRejected  correlation story-2
               └─ fulfillment 10248 was retried: RUNNING
                  └─ confirm-order → inventory 11  [fulfillment:10248:2]  correlation story-1\
            """);
    }

    @Test
    void a_retry_that_sends_nothing_of_the_story_is_none_of_it() {
        log.step("story-2", "10248", 1, failed(told(PAID, "PaymentReceived")))
                .command("story-1", RESERVE, null)
                .step("story-2", "10248", 2, held(answer(RESERVE, "CommandRejected")))
                .step("story-2", "10248", 3, retried(sent(PAY, "P")))
                .command("story-2", PAY, "retry-1");

        assertThat(lines(story())).doesNotContain("retried", "c-2");
    }

    @Test
    void dead_letters_of_others_that_do_not_say_what_they_were_take_no_place() {
        for (var offset = 100; offset < 110; offset++) {
            log.bareDeadLetter("orders.order.commands", offset);
        }
        log.command("story-1", CONFIRM, null);
        most = 1;

        assertThat(lines(story())).isEqualTo("confirm-order → order 10248  [c-1]");
    }

    @Test
    void a_dead_letter_that_does_not_say_what_it_was_is_found_by_the_place_of_its_command() {
        log.bareDeadLetter("orders.order.commands", 1)
                .command("story-1", CONFIRM, null)
                .bareDeadLetter("orders.order.commands", 100);

        assertThat(lines(story())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ dead letter: too-large: It is too large\
            """);
    }

    @Test
    void is_cut_where_it_becomes_too_long() {
        for (var version = 1; version <= 10; version++) {
            log.event("story-1", new Ref("order", "10248", "c-1:" + version), version, "c-1");
        }
        most = 3;

        assertThat(lines(story())).contains("version 3").doesNotContain("version 4");
    }

    private List<Node> story() {
        passes.clear();
        return new Story(
                        (since, action) -> {
                            passes.add(since);
                            log.read(since, action);
                        },
                        new Sieve("story-1", WrittenLog.TOPICS, log),
                        most)
                .read(null);
    }
}
