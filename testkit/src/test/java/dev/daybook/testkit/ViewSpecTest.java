package dev.daybook.testkit;

import static dev.daybook.testkit.Shelf.STOCK;
import static dev.daybook.testkit.Shelf.wasPut;
import static dev.daybook.testkit.Shelf.wasTaken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.View;
import dev.daybook.orders.CustomerOrder;
import dev.daybook.orders.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ViewSpecTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void passes_when_the_row_is_as_expected() {
        ViewSpec.of(STOCK)
                .id("s-7")
                .given(wasPut(3))
                .at(NOON)
                .by("ann")
                .when(wasTaken(1, 2))
                .thenRow(new CustomerOrder("ann", "s-7", OrderStatus.CREATED, BigDecimal.TWO, "USD", NOON, 2))
                .thenRow(row -> assertThat(row.version()).isEqualTo(2))
                .thenFoundBy("shelf", "s-7");
    }

    @Test
    void passes_when_no_row_is_shown() {
        ViewSpec.of(STOCK).thenNoRow();
        ViewSpec.of(STOCK).given(wasPut(3)).when(wasTaken(3, 0)).thenNoRow();
    }

    @Test
    void prints_the_events_when_the_row_is_another() {
        var put = ViewSpec.of(STOCK).when(wasPut(3));
        assertThatThrownBy(() -> put.thenRow(
                        new CustomerOrder("ann", "a-1", OrderStatus.CREATED, BigDecimal.ONE, "USD", NOON, 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The row differs")
                .hasMessageContaining("given     1. " + wasPut(3));
    }

    @Test
    void fails_when_a_row_is_expected_and_none_is_shown() {
        assertThatThrownBy(() -> ViewSpec.of(STOCK).thenFoundBy("shelf", "a-1"))
                .hasMessageStartingWith("Expected a row, but there is none");
        assertThatThrownBy(() -> ViewSpec.of(STOCK).given(wasTaken(1, 0)).thenFoundBy("shelf", "a-1"))
                .hasMessageStartingWith("Expected a row that is listed");
    }

    @Test
    void fails_when_no_row_is_expected_and_one_is_shown() {
        assertThatThrownBy(() -> ViewSpec.of(STOCK).given(wasPut(1)).thenNoRow())
                .hasMessageStartingWith("Expected no row, but the view shows CustomerOrder");
    }

    @Test
    void fails_when_the_view_is_not_asked_by_that() {
        var put = ViewSpec.of(STOCK).given(wasPut(1));
        assertThatThrownBy(() -> put.thenFoundBy("colour", "red"))
                .hasMessageStartingWith("View 'stock' has no filter 'colour'");
        assertThatThrownBy(() -> put.thenFoundBy("shelf", "red"))
                .hasMessageStartingWith("The row is not found by shelf");
    }

    @Test
    void finds_a_fold_that_depends_on_more_than_its_arguments() {
        var calls = new AtomicInteger();
        var fickle = View.of(
                "fickle",
                1,
                Shelf.aggregate(new Shelf()),
                CustomerOrder.class,
                (row, event, metadata) -> new CustomerOrder(
                        "ann", "a-1", OrderStatus.CREATED, BigDecimal.ONE, "USD", NOON, calls.incrementAndGet()));
        assertThatThrownBy(() -> ViewSpec.of(fickle).given(wasPut(1)).thenNoRow())
                .hasMessageStartingWith("A second fold of the same events differs");
    }
}
