package dev.daybook.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void aligns_its_columns() {
        var table = new Table().row("orders", 830).row("sum of totals", "1.5", "exact");

        assertThat(table.toString().lines()).containsExactly("  orders         830", "  sum of totals  1.5  exact");
    }

    @Test
    void is_empty_without_rows() {
        assertThat(new Table().isEmpty()).isTrue();
        assertThat(new Table()).hasToString("");
    }
}
