package dev.daybook.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ChaosCommandTest {
    private final StringWriter out = new StringWriter();

    @Test
    void explains_itself() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString())
                .contains("--seed", "--minutes", "--nemesis", "kill", "pause", "broker", "gateway", "processes");
    }

    @ParameterizedTest
    @CsvSource({"--nemesis, plague", "--minutes, 0", "--minutes, 46", "--clients, many"})
    void refuses_what_it_cannot_do_before_it_starts_anything(String option, String value) {
        assertThat(execute(option, value)).isEqualTo(2);
        assertThat(out.toString()).contains(option);
    }

    private int execute(String... arguments) {
        var writer = new PrintWriter(out);
        return new CommandLine(new ChaosCommand()).setOut(writer).setErr(writer).execute(arguments);
    }
}
