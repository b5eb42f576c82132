package dev.daybook.testkit;

import static dev.daybook.testkit.Shelf.STOCK_BY_SIZE;
import static dev.daybook.testkit.Shelf.pieces;
import static dev.daybook.testkit.Shelf.wasPut;
import static dev.daybook.testkit.Shelf.wasTaken;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RollupSpecTest {

    @Test
    void passes_when_the_rows_are_as_expected() {
        ViewSpec.of(STOCK_BY_SIZE)
                .thenRows(Map.of())
                .id("a")
                .given(wasPut(3))
                .id("b")
                .given(wasPut(4))
                .thenRows(Map.of("small", pieces("small", 7)))
                .id("a")
                .given(wasPut(20))
                .when(wasTaken(1, 22))
                .thenRows(Map.of("small", pieces("small", 4), "large", pieces("large", 22)));
    }

    @Test
    void prints_the_events_when_the_rows_are_others() {
        var put = ViewSpec.of(STOCK_BY_SIZE).when(wasPut(3));
        assertThatThrownBy(() -> put.thenRows(Map.of("small", pieces("small", 4))))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The rows differ")
                .hasMessageContaining("given     1. " + wasPut(3));
    }

    @Test
    void finds_a_subtraction_that_does_not_undo_the_addition() {
        var forgetful = Shelf.sized((sum, part) -> sum);
        assertThatThrownBy(() -> ViewSpec.of(forgetful).given(wasPut(3)).thenRows(Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("What was added is not taken away again");
    }
}
