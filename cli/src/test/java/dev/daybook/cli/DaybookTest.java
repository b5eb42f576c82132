package dev.daybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DaybookTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Iterable<String> commands() {
        return Daybook.commandLine().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explains_every_command(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: daybook " + command, "--help", "Exit codes:", "not found");
    }

    @Test
    void lists_its_commands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("up ", "demo", "submit", "timeline", "state", "views", "topics", "./daybook test");
    }

    @Test
    void ends_with_two_where_the_arguments_are_wrong() {
        assertThat(run("timeline", "order")).isEqualTo(2);
        assertThat(err.toString()).contains("ID");
        assertThat(run("fly")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void says_what_a_time_looks_like() {
        assertThat(run("state", "order", "1", "--at", "yesterday")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--at", "expected a time with an offset, such as 2026-11-01T12:00:00Z, but was 'yesterday'")
                .doesNotContain("java.");
    }

    @Test
    void refuses_what_cannot_be_followed_or_counted() {
        assertThat(run("view", "order-summary", "--follow")).isEqualTo(2);
        assertThat(err.toString()).contains("--follow needs the key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeline order 1 --from 0",
                "timeline order 1 --limit -1",
                "timeline order 1 --token order:0:1 --wait -1",
                "state order 1 --version 0",
                "view order-summary --limit 0",
                "submit order 1 confirm-order --wait -1",
                "submit order 1 confirm-order --expected-version -1",
                "processes retry 1 --wait -1",
                "processes list --limit many",
                "dead-letters list --limit 0",
                "views rebuild order-summary --version 0",
                "up --query-port 65536"
            })
    void refuses_a_number_that_cannot_be(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("expected a whole number from ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeline order 1 --from 3000000000",
                "state order 1 --version 3000000000",
                "submit order 1 confirm-order --expected-version 3000000000"
            })
    void takes_every_version_that_an_aggregate_can_have(String line) {
        assertThat(Daybook.commandLine().parseArgs(line.split(" ")).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit order A create-order --gateway localhost:8080",
                "view inventory 11 --query nonsense",
                "trace 1 --registry ftp://127.0.0.1"
            })
    void refuses_what_is_no_url(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString())
                .contains("expected a URL, such as http://127.0.0.1:8080", "--help")
                .doesNotContain("java.");
    }

    @ParameterizedTest
    @CsvSource({
        "trace 1 --bootstrap-server garbage, garbage",
        "topics plan --bootstrap-server garbage, garbage",
        "trace 1 --bootstrap-server 127.0.0.1:9 --command-config /none, --command-config /none",
        "topics plan --profile none --bootstrap-server 127.0.0.1:9, no profile 'none'",
        "submit order A create-order @/, Cannot read the file /",
        "status --data /dev/null, Cannot use /dev/null"
    })
    void says_which_argument_cannot_be(String line, String named) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(named).doesNotContain("org.apache.kafka");
    }

    @Test
    void names_the_statuses_where_there_is_no_such_one() {
        assertThat(run("processes", "list", "--status", "done")).isEqualTo(2);
        assertThat(err.toString()).contains("RUNNING", "COMPENSATING", "COMPLETED", "FAILED", "'done'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--filter=customerId=VINET", "--limit=5", "--cursor=x"})
    void refuses_what_is_for_pages_where_one_row_is_asked_for(String option) {
        assertThat(run("view", "order-summary", "10248", option)).isEqualTo(2);
        assertThat(err.toString()).contains("with a key there is one row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view order-summary ''",
                "state order ''",
                "timeline order ''",
                "submit order '' create-order",
                "dead-letters show order-summary ''",
                "views remove order-summary ''"
            })
    void refuses_an_empty_name(String line) {
        var arguments = Arrays.stream(line.split(" "))
                .map(argument -> argument.replace("''", ""))
                .toArray(String[]::new);

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains("it is empty; is a variable not set?");
    }

    @Test
    void ends_with_four_and_says_what_to_do_where_nothing_answers() {
        assertThat(run("views", "--query", "http://127.0.0.1:9")).isEqualTo(4);
        assertThat(err.toString()).contains("Nothing answers at http://127.0.0.1:9", "./daybook up");
    }

    @Test
    void finds_no_stack_on_an_empty_folder(@TempDir Path data) {
        assertThat(run("status", "--data", data.toString())).isEqualTo(4);
        assertThat(err.toString()).contains(data.toString(), "./daybook up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace 1", "published orders"})
    void reads_no_other_log_than_that_of_the_folder_that_is_named(String command, @TempDir Path data) {
        assertThat(run((command + " --data " + data).split(" ", -1))).isEqualTo(4);
        assertThat(err.toString()).contains("No stack runs on", data.toString(), "./daybook up");
    }

    @Test
    void has_nothing_to_stop_on_an_empty_folder(@TempDir Path data) {
        assertThat(run("down", "--data", data.toString(), "--json")).isZero();
        assertThat(out.toString()).contains("\"stopped\" : false");
    }

    @Test
    void starts_no_stack_without_a_processor(@TempDir Path data) {
        assertThat(run("up", "--processors", "0", "--data", data.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--processors must be a number from 1 to 16, but is 0");
        assertThat(data).isEmptyDirectory();
    }

    private int run(String... arguments) {
        return Daybook.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
