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

import dev.daybook.cli.trace.Part.Fate;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.Trigger;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
    private static final Ref CONFIRM = new Ref("order", "10248", "c-1");
    private static final Ref CONFIRMED = new Ref("order", "10248", "c-1:1");
    private static final Ref RESERVE = new Ref("inventory", "11", "fulfillment:10248:1");
    private static final Ref RESERVED = new Ref("inventory", "11", "fulfillment:10248:1:1");
    private static final Ref RESERVE_AGAIN = new Ref("inventory", "11", "fulfillment:10248:9");
    private static final Ref EXPIRE = new Ref("order", "10248", "fulfillment:10248:2");

    private static final Trigger TOLD_CONFIRMED = told(CONFIRMED, "OrderConfirmed");
    private static final PlannedCommand PAYMENT = timer("payment", sent(EXPIRE, "ExpirePayment"));

    private final Stories story = new Stories();

    @Test
    void tells_what_followed_from_a_command_across_aggregates() {
        reservation();

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ OrderConfirmed, order 10248 version 1
               └─ fulfillment 10248 heard OrderConfirmed: RUNNING
                  └─ reserve-stock → inventory 11  [fulfillment:10248:1]
                     └─ StockReserved, inventory 11 version 3
                        └─ fulfillment 10248 heard StockReserved: RUNNING\
            """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_in_which_messages_are_found_does_not_matter(long seed) {
        reservation();
        var told = plot();

        Collections.shuffle(story.messages, new Random(seed));

        assertThat(plot()).isEqualTo(told);
    }

    @Test
    void copies_of_a_command_are_one() {
        story.command(CONFIRM, "ConfirmOrder")
                .command(CONFIRM, "ConfirmOrder")
                .event(CONFIRMED, "OrderConfirmed", "c-1");

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]  sent 2 times
            └─ OrderConfirmed, order 10248 version 1\
            """);
    }

    @Test
    void a_command_of_which_only_its_events_are_left_stands_in_its_place() {
        story.event(CONFIRMED, "OrderConfirmed", "c-1");

        assertThat(lines(plot())).isEqualTo("""
            a command → order 10248  [c-1]  not in the log, or not any more
            └─ OrderConfirmed, order 10248 version 1\
            """);
        assertThat(plot().getFirst().part().time()).isEqualTo(Stories.BEGIN);
    }

    @Test
    void a_command_that_is_not_forwarded_yet_stands_in_its_place() {
        story.event(CONFIRMED, "OrderConfirmed", "c-1")
                .step("10248", advanced(TOLD_CONFIRMED, sent(RESERVE, "ReserveStock")), "c-1:1");

        assertThat(lines(plot()))
                .contains("reserve-stock → inventory 11  [fulfillment:10248:1]  not in the log, or not any more");
    }

    @Test
    void commands_of_one_id_to_two_aggregates_are_two() {
        story.command(CONFIRM, "ConfirmOrder")
                .command(new Ref("order", "10249", "c-1"), "ConfirmOrder")
                .event(new Ref("order", "10249", "c-1:1"), "OrderConfirmed", "c-1");

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            confirm-order → order 10249  [c-1]
            └─ OrderConfirmed, order 10249 version 1\
            """);
    }

    @Test
    void a_command_follows_from_what_its_sender_says() {
        story.command(CONFIRM, "ConfirmOrder")
                .event(CONFIRMED, "OrderConfirmed", "c-1")
                .command(new Ref("order", "10249", "c-2"), "CreateOrder", "c-1:1");

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ OrderConfirmed, order 10248 version 1
               └─ create-order → order 10249  [c-2]\
            """);
    }

    @Test
    void a_command_whose_cause_is_not_known_is_a_beginning() {
        story.command(CONFIRM, "ConfirmOrder", "somewhere-else");

        assertThat(lines(plot())).isEqualTo("confirm-order → order 10248  [c-1]  because of somewhere-else");
    }

    @Test
    void a_circle_is_cut_where_it_is_oldest() {
        var other = new Ref("order", "10249", "c-2");
        story.command(CONFIRM, "ConfirmOrder", "c-2").command(other, "CreateOrder", "c-1");

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]  because of c-2
            └─ create-order → order 10249  [c-2]\
            """);
    }

    @Test
    void a_command_that_says_it_caused_itself_is_a_beginning() {
        story.command(CONFIRM, "ConfirmOrder", "c-1");

        assertThat(lines(plot())).isEqualTo("confirm-order → order 10248  [c-1]  because of c-1");
    }

    @Test
    void what_an_instance_does_about_an_answer_follows_from_the_command() {
        story.command(CONFIRM, "ConfirmOrder")
                .event(CONFIRMED, "OrderConfirmed", "c-1")
                .step("10248", advanced(TOLD_CONFIRMED, sent(RESERVE, "ReserveStock")), "c-1:1")
                .command(RESERVE, "ReserveStock", "c-1:1")
                .step("10248", failed(answer(RESERVE, "CommandRejected")), RESERVE.id());

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ OrderConfirmed, order 10248 version 1
               └─ fulfillment 10248 heard OrderConfirmed: RUNNING
                  └─ reserve-stock → inventory 11  [fulfillment:10248:1]
                     └─ fulfillment 10248 failed at CommandRejected: process-threw: It threw\
            """);
    }

    @Test
    void a_retry_follows_from_the_failure_and_what_is_told_again_from_the_retry() {
        story.event(CONFIRMED, "OrderConfirmed", "c-1")
                .step("10248", failed(TOLD_CONFIRMED), "c-1:1")
                .command(RESERVE, "ReserveStock")
                .event(RESERVED, "StockReserved", RESERVE.id())
                .step("10248", held(told(RESERVED, "StockReserved")), "c-1:1")
                .step("10248", retried(sent(RESERVE_AGAIN, "ReserveStock")), "retry-1")
                .step("10248", advanced(TOLD_CONFIRMED), "c-1:1")
                .step("10248", advanced(told(RESERVED, "StockReserved")), RESERVED.id());

        assertThat(lines(plot())).isEqualTo("""
            a command → order 10248  [c-1]  not in the log, or not any more
            └─ OrderConfirmed, order 10248 version 1
               └─ fulfillment 10248 failed at OrderConfirmed: process-threw: It threw
                  └─ fulfillment 10248 was retried: RUNNING
                     ├─ fulfillment 10248 heard OrderConfirmed: RUNNING
                     ├─ fulfillment 10248 heard StockReserved: RUNNING
                     └─ reserve-stock → inventory 11  [fulfillment:10248:9]  not in the log, or not any more
            reserve-stock → inventory 11  [fulfillment:10248:1]
            └─ StockReserved, inventory 11 version 3
               └─ fulfillment 10248 has failed, and holds back StockReserved\
            """);
    }

    @Test
    void each_retry_has_what_it_led_to_below_it() {
        story.step("10248", failed(TOLD_CONFIRMED), "c-1:1")
                .step("10248", retried(), "retry-1")
                .step("10248", failed(TOLD_CONFIRMED), "c-1:1")
                .step("10248", retried(), "retry-2")
                .step("10248", advanced(TOLD_CONFIRMED), "c-1:1");

        assertThat(lines(plot())).isEqualTo("""
            fulfillment 10248 failed at OrderConfirmed: process-threw: It threw
            └─ fulfillment 10248 was retried: RUNNING
               └─ fulfillment 10248 failed at OrderConfirmed: process-threw: It threw
                  └─ fulfillment 10248 was retried: RUNNING
                     └─ fulfillment 10248 heard OrderConfirmed: RUNNING\
            """);
    }

    @Test
    void what_is_held_back_of_another_story_stands_below_the_failure() {
        story.step("10248", failed(TOLD_CONFIRMED), "c-1:1")
                .step("10248", held(told(RESERVED, "StockReserved")), "c-1:1")
                .step("10248", retried(), "retry-1")
                .in("story-2")
                .step("10248", advanced(told(RESERVED, "StockReserved")), RESERVED.id());

        assertThat(lines(plot())).isEqualTo("""
            fulfillment 10248 failed at OrderConfirmed: process-threw: It threw
            ├─ fulfillment 10248 has failed, and holds back StockReserved
            └─ fulfillment 10248 was retried: RUNNING
               └─ fulfillment 10248 heard StockReserved: RUNNING  correlation story-2\
            """);
    }

    @Test
    void where_the_correlation_changes_it_is_told() {
        story.command(CONFIRM, "ConfirmOrder")
                .event(CONFIRMED, "OrderConfirmed", "c-1")
                .in("story-2")
                .command(new Ref("order", "10249", "c-2"), "CreateOrder", "c-1:1")
                .event(new Ref("order", "10249", "c-2:1"), "OrderCreated", "c-2")
                .in("story-1")
                .command(new Ref("order", "10250", "c-3"), "CreateOrder", "c-2:1");

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ OrderConfirmed, order 10248 version 1
               └─ create-order → order 10249  [c-2]  correlation story-2
                  └─ OrderCreated, order 10249 version 2
                     └─ create-order → order 10250  [c-3]  correlation story-1\
            """);
    }

    @Test
    void a_timer_that_fired_leads_to_its_command() {
        story.event(CONFIRMED, "OrderConfirmed", "c-1")
                .step("10248", planned(TOLD_CONFIRMED, PAYMENT), "c-1:1")
                .step("10248", fired("payment", PAYMENT.command()), "c-1:1")
                .command(EXPIRE, "ExpirePayment", "c-1:1");

        assertThat(lines(plot())).isEqualTo("""
            a command → order 10248  [c-1]  not in the log, or not any more
            └─ OrderConfirmed, order 10248 version 1
               └─ fulfillment 10248 heard OrderConfirmed: RUNNING
                  └─ timer payment: expire-payment → order 10248, due 2026-01-02T00:00:00Z, fired 2026-01-01T00:00:02Z
                     └─ expire-payment → order 10248  [fulfillment:10248:2]\
            """);
    }

    @Test
    void a_timer_that_fired_is_told_of_even_if_it_is_not_known_who_set_it() {
        story.step("10248", fired("payment", PAYMENT.command()), "c-1:1").command(EXPIRE, "ExpirePayment", "c-1:1");

        assertThat(lines(plot())).isEqualTo("""
            fulfillment 10248 timer payment fired
            └─ expire-payment → order 10248  [fulfillment:10248:2]\
            """);
    }

    @Test
    void a_timer_is_open_until_something_becomes_of_it() {
        story.step("10248", planned(TOLD_CONFIRMED, PAYMENT), "x");

        assertThat(fates(plot())).containsExactly(Fate.OPEN);
    }

    @Test
    void a_timer_may_be_cancelled_by_what_is_part_of_another_story() {
        story.step("10248", planned(TOLD_CONFIRMED, PAYMENT), "x")
                .step("10249", cancelled(TOLD_CONFIRMED, "payment"), "y")
                .step("10248", cancelled(told(CONFIRMED, "PaymentReceived"), "payment"), "y");
        var aside = List.of((Message.Step) story.messages.removeLast(), (Message.Step) story.messages.removeLast());

        var told = Plot.of(story.messages, aside);

        assertThat(told).hasSize(1);
        assertThat(fates(told)).containsExactly(new Fate(Fate.Kind.CANCELLED, Stories.time(2)));
    }

    @Test
    void a_timer_may_be_set_anew() {
        var again = new Ref("order", "10248", "fulfillment:10248:3");
        story.step("10248", planned(TOLD_CONFIRMED, PAYMENT), "x")
                .step("10248", planned(TOLD_CONFIRMED, timer("payment", sent(again, "ExpirePayment"))), "x");

        assertThat(fates(plot())).containsExactly(new Fate(Fate.Kind.REPLACED, Stories.time(1)), Fate.OPEN);
    }

    @Test
    void a_timer_may_be_set_anew_at_once() {
        var again = new Ref("order", "10248", "fulfillment:10248:3");
        story.step("10248", planned(TOLD_CONFIRMED, PAYMENT, timer("payment", sent(again, "ExpirePayment"))), "x");

        assertThat(fates(plot())).containsExactly(new Fate(Fate.Kind.REPLACED, Stories.time(0)), Fate.OPEN);
    }

    @Test
    void a_dead_letter_stands_under_what_it_was() {
        story.command(CONFIRM, "ConfirmOrder").deadLetter(CONFIRM, "place-0");

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ dead letter: unreadable: It is no Avro\
            """);
    }

    @Test
    void a_dead_letter_that_does_not_say_what_it_was_is_known_by_its_place() {
        story.command(CONFIRM, "ConfirmOrder").deadLetter(null, "place-0").deadLetter(null, "place-of-another");

        assertThat(lines(plot())).isEqualTo("""
            confirm-order → order 10248  [c-1]
            └─ dead letter: unreadable: It is no Avro\
            """);
    }

    @Test
    void an_event_that_cannot_be_forwarded_is_a_dead_letter_too() {
        story.event(CONFIRMED, "OrderConfirmed", "c-1").deadLetter(CONFIRMED, "orders.order.events-0-7");

        assertThat(lines(plot())).endsWith("""
            └─ OrderConfirmed, order 10248 version 1
               └─ dead letter: unreadable: It is no Avro\
            """);
    }

    private void reservation() {
        story.command(CONFIRM, "ConfirmOrder")
                .event(CONFIRMED, "OrderConfirmed", "c-1")
                .step("10248", advanced(TOLD_CONFIRMED, sent(RESERVE, "ReserveStock")), "c-1:1")
                .command(RESERVE, "ReserveStock", "c-1:1")
                .event(RESERVED, "StockReserved", RESERVE.id())
                .step("10248", advanced(told(RESERVED, "StockReserved")), RESERVED.id());
    }

    private List<Node> plot() {
        return Plot.of(story.messages, List.of());
    }

    private static List<Fate> fates(List<Node> story) {
        return story.stream()
                .flatMap(Node::all)
                .map(Node::part)
                .filter(Part.Timer.class::isInstance)
                .map(part -> ((Part.Timer) part).fate())
                .toList();
    }
}
