package dev.daybook.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
    private final StringWriter written = new StringWriter();

    @Test
    void prints_a_line_for_every_tenth_where_no_terminal_is() {
        run(new ProgressBar(new PrintWriter(written), false, "commands", 50), 50);

        assertThat(written.toString().lines()).hasSize(10).last().asString().contains("100 %", "50 of 50 commands");
    }

    @Test
    void draws_one_line_again_and_again_on_a_terminal() {
        run(new ProgressBar(new PrintWriter(written), true, "commands", 400), 400);

        assertThat(written.toString()).contains("\r  [###############               ]  50 %");
        assertThat(written.toString().lines().filter(line -> !line.isEmpty()))
                .last()
                .asString()
                .contains("400 of 400");
    }

    private static void run(ProgressBar progress, int steps) {
        for (int i = 0; i < steps; i++) {
            progress.step();
        }
    }
}
