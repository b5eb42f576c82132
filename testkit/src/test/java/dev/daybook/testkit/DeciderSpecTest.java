package dev.daybook.testkit;

import static dev.daybook.testkit.Shelf.holding;
import static dev.daybook.testkit.Shelf.put;
import static dev.daybook.testkit.Shelf.take;
import static dev.daybook.testkit.Shelf.wasPut;
import static dev.daybook.testkit.Shelf.wasTaken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeciderSpecTest {
    private static final DeciderSpec<OrderCommand, OrderEvent, OrderLine> SHELF = Shelf.spec(new Shelf());

    @Test
    void passes_when_what_is_expected_happens() {
        SHELF.thenState(holding(0));
        SHELF.given(wasPut(3)).when(take(1)).then(wasTaken(1, 2)).thenState(holding(2));
        SHELF.givenCommands(put(3), take(1)).when(take(2)).then(wasTaken(2, 0));
        SHELF.when(new ConfirmOrder()).thenNothing();
        SHELF.when(take(1)).thenRejected("not-enough", Map.of("available", "0"));
        SHELF.given(wasPut(3)).thenState(state -> assertThat(state.quantity()).isEqualTo(3));
    }

    @Test
    void prints_the_history_when_another_event_follows() {
        assertThatThrownBy(() -> SHELF.given(wasPut(3)).when(take(1)).then(wasTaken(1, 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                    Other events follow.

                    expected  2. %s

                    given     1. %s
                    when      %s
                    then      2. %s
                    state     %s
                    """, wasTaken(1, 1), wasPut(3), take(1), wasTaken(1, 2), holding(2));
    }

    @Test
    void prints_the_refusal_that_was_not_expected() {
        assertThatThrownBy(() -> SHELF.when(take(1)).then(wasTaken(1, 0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected the command to be accepted")
                .hasMessageContaining("given     nothing")
                .hasMessageContaining("then      rejected: not-enough: Expected at least 1, but found 0 {available=0}");
    }

    @Test
    void fails_when_a_refusal_has_another_code_or_other_details() {
        assertThatThrownBy(() -> SHELF.when(take(1)).thenRejected("empty"))
                .hasMessageStartingWith("Expected a refusal with the code 'empty'");
        assertThatThrownBy(() -> SHELF.when(take(1)).thenRejected("not-enough", Map.of("available", "1")))
                .hasMessageStartingWith("The details of the refusal differ")
                .hasMessageContaining("expected  {available=1}")
                .hasMessageContaining("found     {available=0}");
    }

    @Test
    void fails_when_a_refusal_is_expected_and_nothing_happens() {
        assertThatThrownBy(() -> SHELF.when(new ConfirmOrder()).thenRejected("empty"))
                .hasMessageStartingWith("Expected the command to be refused")
                .hasMessageContaining("then      nothing");
    }

    @Test
    void fails_when_nothing_is_expected_and_something_happens() {
        assertThatThrownBy(() -> SHELF.when(put(1)).thenNothing()).hasMessageStartingWith("Expected nothing to happen");
    }

    @Test
    void fails_when_a_given_command_is_refused() {
        assertThatThrownBy(() -> SHELF.givenCommands(put(1), take(2), put(3)))
                .hasMessageStartingWith("Expected the command to be accepted")
                .hasMessageContaining("when      " + take(2));
    }

    @Test
    void fails_when_the_state_is_another() {
        assertThatThrownBy(() -> SHELF.given(wasPut(3)).thenState(holding(2)))
                .hasMessageStartingWith("The state differs");
        assertThatThrownBy(() -> SHELF.when(put(3)).then(wasPut(3)).thenState(holding(2)))
                .hasMessageStartingWith("The state differs");
    }

    @Test
    void tells_the_decider_which_aggregate_when_and_for_whom() {
        var seen = new ArrayList<Metadata>();
        var shelf = new Shelf() {
            @Override
            public Decision<OrderEvent> decide(OrderCommand command, OrderLine state, Metadata metadata) {
                seen.add(metadata);
                return super.decide(command, state, metadata);
            }
        };
        var noon = Instant.parse("2026-03-02T12:00:00Z");

        Shelf.spec(shelf)
                .id("s-7")
                .at(noon)
                .by("ann")
                .given(wasPut(1))
                .when(put(1))
                .then(wasPut(1));

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(metadata -> assertThat(metadata)
                        .isEqualTo(new Metadata("shelf", "s-7", 1, noon, "command-2", "command-2", "ann")));
    }
}
