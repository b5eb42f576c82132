package dev.daybook.testkit;

import static dev.daybook.testkit.Shelf.wasPut;
import static dev.daybook.testkit.Shelf.wasTaken;
import static dev.daybook.testkit.ShelfWatch.ORDER_MORE;
import static dev.daybook.testkit.ShelfWatch.SHELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Action;
import dev.daybook.core.Metadata;
import dev.daybook.core.Stage;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessSpecTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ProcessSpec<Integer, OrderLine> WATCH = watch(new ShelfWatch());

    private static final ProcessSpec<Integer, OrderLine> ASKED =
            WATCH.given(SHELF, "s-7", wasPut(3)).given(SHELF, "s-7", wasTaken(2, 1));

    private static ProcessSpec<Integer, OrderLine> watch(ShelfWatch watch) {
        return ProcessSpec.of(watch.process()).id("s-7").at(NOON);
    }

    @Test
    void passes_when_what_is_expected_happens() {
        WATCH.thenStage(Stage.RUNNING);
        WATCH.when(SHELF, "s-7", wasPut(3)).thenNothing().thenState(ShelfWatch.seen(3));
        WATCH.given(SHELF, "s-7", wasPut(3))
                .when(SHELF, "s-7", wasTaken(2, 1))
                .then(ORDER_MORE, Action.at(NOON.plus(Duration.ofDays(1)), "reminder", ORDER_MORE))
                .thenStage(Stage.COMPENSATING)
                .thenState(state -> assertThat(state.quantity()).isEqualTo(1));
        WATCH.given(SHELF, "s-7", wasPut(1)).thenState(ShelfWatch.seen(1));
        ASKED.whenAccepted(ORDER_MORE).then(Action.cancelTimer("reminder")).thenStage(Stage.COMPLETED);
        ASKED.givenAccepted(ORDER_MORE).givenRefused(ORDER_MORE, "sold-out").thenState(ShelfWatch.seen(9));
        ASKED.whenRefused(ORDER_MORE, "order-not-found").thenFails();
        WATCH.when(SHELF, "s-8", wasPut(3)).thenToldTo("s-8");
        WATCH.when(SHELF, "s-7", new OrderConfirmed(BigDecimal.ONE, List.of())).thenUntold();
    }

    @Test
    void prints_what_it_was_told_when_something_else_is_done() {
        assertThatThrownBy(() -> WATCH.given(SHELF, "s-7", wasPut(3))
                        .when(SHELF, "s-7", wasTaken(2, 1))
                        .then(ORDER_MORE))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                    It does something else.

                    expected  shelf s-7: %1$s

                    given     3
                    when      shelf s-7: %2$s
                    then      shelf s-7: %1$s
                              timer 'reminder' at 2026-03-03T12:00:00Z: shelf s-7: %1$s
                    stage     COMPENSATING
                    state     %3$s
                    """, ORDER_MORE.command(), wasTaken(2, 1), ShelfWatch.seen(1));
    }

    @Test
    void fails_when_it_does_something_instead_of_nothing() {
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-7", wasPut(1)).thenNothing())
                .hasMessageStartingWith("Expected it to do nothing");
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-7", wasPut(3)).then(ORDER_MORE))
                .hasMessageContaining("then      nothing");
    }

    @Test
    void fails_when_another_instance_is_told_or_none() {
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-8", wasPut(3)).thenNothing())
                .hasMessageStartingWith("Expected that 's-7' is told, but 's-8' is.");
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-7", new OrderConfirmed(BigDecimal.ONE, List.of()))
                        .thenNothing())
                .hasMessageStartingWith("Expected that 's-7' is told, but nobody is.");
        assertThatThrownBy(() -> ASKED.givenRefused(ORDER_MORE, "order-not-found"))
                .hasMessageContaining("when      refused: order-not-found: shelf s-7: ");
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-7", wasPut(3)).thenUntold())
                .hasMessageStartingWith("Expected that no instance is told");
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-7", wasPut(3)).thenToldTo("s-8"))
                .hasMessageStartingWith("Another instance is told");
        assertThatThrownBy(() -> ASKED.whenRefused(ORDER_MORE, "sold-out").thenFails())
                .hasMessageStartingWith("Expected that it has no answer");
    }

    @Test
    void fails_when_a_command_is_answered_that_was_never_sent() {
        assertThatThrownBy(() -> WATCH.whenAccepted(ORDER_MORE)).hasMessageStartingWith("Expected that it sent");
        assertThatThrownBy(() -> WATCH.given(SHELF, "s-7", wasPut(3)).whenRefused(ORDER_MORE, "order-not-found"))
                .hasMessageStartingWith("Expected that it sent");
    }

    @Test
    void fails_when_it_stands_elsewhere_or_remembers_something_else() {
        assertThatThrownBy(() -> WATCH.thenStage(Stage.COMPLETED)).hasMessageStartingWith("It stands elsewhere");
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-7", wasPut(3)).thenStage(Stage.COMPLETED))
                .hasMessageStartingWith("It stands elsewhere");
        assertThatThrownBy(() -> WATCH.when(SHELF, "s-7", wasPut(3)).thenState(ShelfWatch.seen(2)))
                .hasMessageStartingWith("The state differs");
        assertThatThrownBy(() -> WATCH.thenState(ShelfWatch.seen(2))).hasMessageStartingWith("The state differs");
    }

    @Test
    void finds_a_process_that_does_not_do_the_same_twice() {
        var count = new ArrayList<Integer>();
        var forgetful = new ShelfWatch() {
            @Override
            public OrderLine evolve(OrderLine state, Integer input, Metadata metadata) {
                count.add(input);
                return seen(count.size());
            }
        };
        var moody = new ShelfWatch() {
            @Override
            public List<Action> react(OrderLine state, Integer input, Metadata metadata) {
                count.add(input);
                return count.size() % 2 == 0 ? List.of() : List.of(ORDER_MORE);
            }
        };

        assertThatThrownBy(() -> watch(forgetful).when(SHELF, "s-7", wasPut(3)))
                .hasMessageStartingWith("What it remembers of the same differs");
        assertThatThrownBy(() -> watch(moody).when(SHELF, "s-7", wasPut(3)))
                .hasMessageStartingWith("What it does about the same differs");
    }

    @Test
    void tells_the_process_what_is_known_of_the_event() {
        var seen = new ArrayList<Metadata>();
        var watch = new ShelfWatch() {
            @Override
            public List<Action> react(OrderLine state, Integer input, Metadata metadata) {
                seen.add(metadata);
                return super.react(state, input, metadata);
            }
        };

        watch(watch)
                .given(SHELF, "s-7", wasPut(3))
                .when(SHELF, "s-7", wasPut(2))
                .thenNothing();

        assertThat(seen).extracting(Metadata::version).containsOnly(1L, 2L);
        assertThat(seen.getFirst()).isEqualTo(new Metadata("shelf", "s-7", 1, NOON, "command-2", "command-2", null));
    }
}
