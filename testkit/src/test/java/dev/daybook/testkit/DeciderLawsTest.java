package dev.daybook.testkit;

import static dev.daybook.testkit.Shelf.holding;
import static dev.daybook.testkit.Shelf.put;
import static dev.daybook.testkit.Shelf.take;
import static dev.daybook.testkit.Shelf.wasPut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderLine;
import org.junit.jupiter.api.Test;

class DeciderLawsTest {

    @Test
    void lets_a_lawful_decider_go_on() {
        var history = History.of(Shelf.aggregate(new Shelf()));
        for (var command : new OrderCommand[] {put(3), take(5), take(1), put(2)}) {
            history = DeciderLaws.handle(history, command);
        }
        assertThat(history.version()).isEqualTo(3);
        assertThat(history.state()).isEqualTo(holding(4));
        assertThat(history.events())
                .extracting(recorded -> recorded.metadata().version())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void finds_a_decision_that_depends_on_more_than_its_arguments() {
        breaks("A second decision on the same command differs", new Shelf() {
            private int asked;

            @Override
            public Decision<OrderEvent> decide(OrderCommand command, OrderLine state, Metadata metadata) {
                return Decision.accept(wasPut(++asked));
            }
        });
    }

    @Test
    void finds_an_evolution_that_depends_on_more_than_its_arguments() {
        breaks("The state folded anew from all events differs", new Shelf() {
            private int seen;

            @Override
            public OrderLine evolve(OrderLine state, OrderEvent event, Metadata metadata) {
                return holding(++seen);
            }
        });
    }

    @Test
    void finds_a_code_that_is_not_in_kebab_case() {
        breaks("The code of a refusal must be in kebab case", refusing("NOT_ENOUGH", "Expected 1, but found 0"));
    }

    @Test
    void finds_a_refusal_that_says_nothing() {
        breaks("A refusal must say what was expected and what was found", refusing("not-enough", " "));
    }

    private static Shelf refusing(String code, String message) {
        return new Shelf() {
            @Override
            public Decision<OrderEvent> decide(OrderCommand command, OrderLine state, Metadata metadata) {
                return Decision.reject(code, message);
            }
        };
    }

    private static void breaks(String law, Shelf shelf) {
        assertThatThrownBy(() -> DeciderLaws.handle(History.of(Shelf.aggregate(shelf)), put(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(law)
                .hasMessageContaining("when      " + put(1));
    }
}
