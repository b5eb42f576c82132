package dev.daybook.testkit.determinism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Aggregate;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.RemoveItem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeterminismCheckTest {
    private static Set<String> caught = Set.of();

    @BeforeAll
    static void judgeAllSuspectsAtOnce() {
        var check = DeterminismCheck.of(Suspects.class);
        for (var type : new Suspects().aggregates()) {
            check = check.lives(suspect(type.type()), Collections.nCopies(3, commands()));
        }
        for (var place : Bystander.Place.values()) {
            check = check.story(new Bystander(place).process(), inbox());
        }
        caught = check.differences().stream().map(Difference::whose).collect(Collectors.toSet());
    }

    private static Aggregate<OrderCommand, OrderEvent, OrderLine> suspect(String type) {
        return new Suspect((_, _, _) -> "only its name counts here").aggregate(type);
    }

    private static List<OrderCommand> commands() {
        return List.of(new RemoveItem("tofu", 1), new ConfirmOrder(), new RemoveItem("rice", 2), new ConfirmOrder());
    }

    private static Inbox inbox() {
        return Inbox.of("10248")
                .happened(suspect("order"), "10248", new OrderCancelled("late", true), new OrderReadyToShip())
                .accepted(Bystander.COMMAND)
                .refused(Bystander.COMMAND, "order-closed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
    void finds_a_process_that_looks_around_when_it_says(Bystander.Place place) {
        assertThat(caught).contains(place.process());
    }

    @Test
    void lets_a_process_go_that_looks_nowhere() {
        assertThat(caught).doesNotContain(Bystander.Place.NOWHERE.process());
    }

    @Test
    void shows_what_two_worlds_told_an_instance() {
        var check = DeterminismCheck.of(Suspects.class).story(new Bystander(Bystander.Place.ACTION).process(), inbox());

        assertThatThrownBy(check::verify)
                .hasMessageContaining("process   bystander-action 10248")
                .hasMessageContaining("when      order 10248: OrderCancelled[reason=late, confirmed=true]")
                .hasMessageContaining(
                        "quiet     tells 10248\n          order 10248: CancelOrder[reason=Pacific/Kiritimati]")
                .hasMessageContaining("busy      tells 10248\n          order 10248: CancelOrder[reason=Etc/GMT+12]");
    }

    @ParameterizedTest
    @MethodSource("guilty")
    void finds_a_decider_that_looks_at_its(String suspect) {
        assertThat(caught).contains(suspect);
    }

    static Set<String> guilty() {
        return Suspects.GUILTY.keySet();
    }

    @ParameterizedTest
    @MethodSource("honest")
    void lets_a_decider_go_that_looks_at(String suspect) {
        assertThat(caught).doesNotContain(suspect);
    }

    static Set<String> honest() {
        return Suspects.HONEST.keySet();
    }

    @Test
    void passes_what_is_honest() {
        var check = DeterminismCheck.of(Suspects.class).lives(suspect("day-of-the-log"), List.of(commands()));

        assertThatCode(check::verify).doesNotThrowAnyException();
    }

    @Test
    void shows_the_first_difference_with_both_decisions() {
        var check = DeterminismCheck.of(Suspects.class)
                .life(suspect("sorted"), new ConfirmOrder())
                .life(suspect("same-object"), new RemoveItem("tofu", 1), new RemoveItem("rice", 2));

        assertThatThrownBy(check::verify).isInstanceOf(AssertionError.class).hasMessage("""
            Two worlds make something else of the same message. Of 2 lives and stories, this happens in 1.

            aggregate same-object same-object-2
            given     1. OrderCancelled[reason=true, confirmed=true]
            when      RemoveItem[productId=rice, quantity=2]
            with      %s
            quiet     2. OrderCancelled[reason=true, confirmed=true]
                      and is then %s
            busy      2. OrderCancelled[reason=false, confirmed=true]
                      and is then %s

            quiet     %s
            busy      %s
            """.formatted(
                        "Metadata[aggregate=same-object, aggregateId=same-object-2, version=1,"
                                + " time=2026-01-01T00:20:02Z, commandId=same-object-2-command-2,"
                                + " correlationId=same-object-2-command-2, principal=ann]",
                        "OrderLine[productId=tofu, quantity=2, unitPrice=1.0000, discount=0.0000, amount=0E-8]",
                        "OrderLine[productId=tofu, quantity=2, unitPrice=1.0000, discount=0.0000, amount=0E-8]",
                        World.QUIET.description(),
                        World.BUSY.description()));
    }

    @Test
    void shows_what_was_thrown() {
        var check = DeterminismCheck.of(Suspects.class).life(suspect("thrown"), new ConfirmOrder());

        assertThatThrownBy(check::verify)
                .hasMessageContaining("quiet     threw java.lang.IllegalStateException: Found");
    }

    @Test
    void refuses_to_pass_without_commands() {
        assertThatThrownBy(() -> DeterminismCheck.of(Suspects.class).verify())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commands");
    }

    @Test
    void says_what_broke_a_world() {
        var check = DeterminismCheck.of(Broken.class).life(Broken.BROKEN, new ConfirmOrder());

        assertThatThrownBy(check::verify)
                .isInstanceOf(WorldBrokenException.class)
                .hasMessageContaining("The quiet world must take every message, but it ended with exit code 1")
                .hasMessageContaining("NoClassDefFoundError: dev/daybook/testkit/Forgotten");
    }
}
