package dev.daybook.cli.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.daybook.cli.Daybook;
import dev.daybook.cli.console.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that stands for the read side and the process manager: it has one instance, in the states it is given. */
@Timeout(60)
final class ProcessesCommandTest {
    private static final String VIEWS = """
        {"views": [{"name": "order-summary", "aggregate": "order"},
                   {"name": "fulfillment-process", "aggregate": "fulfillment"}], "timelines": []}\
        """;
    private static final String RUNNING = row(3, "RUNNING", "");
    private static final String THREW = row(4, "FAILED", failure("process-threw"));
    private static final String REFUSED = row(4, "FAILED", failure("order-not-paid"));

    private final Deque<String> rows = new ArrayDeque<>();
    private final List<String> retried = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final HttpServer server;

    ProcessesCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void lists_instances_with_what_they_were_told_and_why_they_failed() {
        rows.add(THREW);

        assertThat(run("list", "--status", "failed")).as(err::toString).isZero();

        assertThat(asked).containsExactly("limit=50&status=FAILED");
        assertThat(out.toString())
                .contains("fulfillment", "10248", "FAILED", "OrderConfirmed of order 10248", "process-threw: It threw");
    }

    @Test
    void shows_an_instance_with_its_state_its_timers_and_its_history() {
        rows.add(THREW);

        assertThat(run("show", "10248")).as(err::toString).isZero();

        assertThat(out.toString())
                .contains(
                        "fulfillment 10248: FAILED since 2026-01-01T00:00:04Z, at version 4",
                        "2 that it was told are held back",
                        "./daybook processes retry fulfillment 10248",
                        "  payment, due 2026-01-04T00:00:00Z: expire-payment → order 10248  [fulfillment:10248:1]",
                        "\"reserved\" : [ \"11\" ]",
                        "   1  2026-01-01T00:00:01Z  OrderConfirmed of order 10248: RUNNING",
                        "      sent reserve-stock → inventory 11  [fulfillment:10248:2]",
                        "      correlation story-1");
    }

    @Test
    void the_json_of_an_instance_has_its_state_as_json() {
        rows.add(THREW);

        assertThat(run("show", "fulfillment", "10248", "--json")).isZero();

        assertThat(Json.parse(out.toString()).at("/instance/state/reserved/0").asText())
                .isEqualTo("11");
    }

    @Test
    void an_instance_goes_on_after_a_retry() {
        rows.addAll(List.of(THREW, THREW, row(6, "RUNNING", "")));

        assertThat(run("retry", "10248")).as(err::toString).isZero();

        assertThat(retried).containsExactly("/v1/processes/fulfillment/10248/retry");
        assertThat(out.toString()).contains("fulfillment 10248 goes on: RUNNING");
    }

    @Test
    void what_an_instance_remembers_is_json_wherever_json_is_printed() {
        rows.addAll(List.of(THREW, THREW, row(6, "RUNNING", "")));
        assertThat(run("retry", "10248", "--json")).isZero();
        assertThat(Json.parse(out.toString()).at("/state/reserved/0").asText()).isEqualTo("11");

        out.getBuffer().setLength(0);
        assertThat(run("list", "--json")).isZero();
        assertThat(Json.parse(out.toString())
                        .at("/processes/fulfillment/rows/0/state/reserved/0")
                        .asText())
                .isEqualTo("11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show billing 10248", "retry billing 10248", "list --process billing"})
    void names_the_processes_where_there_is_no_such_one(String line) {
        assertThat(run(line.split(" "))).isEqualTo(5);
        assertThat(err.toString()).contains("There is no process 'billing'; there are [fulfillment].");
    }

    @Test
    void a_command_that_is_refused_again_fails_the_instance_again() {
        rows.addAll(List.of(REFUSED, row(5, "RUNNING", ""), row(6, "FAILED", failure("order-not-paid"))));

        assertThat(run("retry", "10248")).isEqualTo(3);

        assertThat(out.toString()).contains("has failed again: order-not-paid: It threw");
    }

    @Test
    void only_what_has_failed_is_retried() {
        rows.add(RUNNING);

        assertThat(run("retry", "10248")).isEqualTo(3);

        assertThat(retried).isEmpty();
        assertThat(err.toString()).contains("is RUNNING. Only one that has failed can be retried");
    }

    @Test
    void what_is_not_there_is_not_retried() {
        assertThat(run("retry", "10248")).isEqualTo(5);
        assertThat(run("show", "10248")).isEqualTo(5);
        assertThat(err.toString()).contains("The process fulfillment has no instance '10248'");
        assertThat(retried).isEmpty();
    }

    @Test
    void says_if_nothing_is_seen_of_a_retry_in_time() {
        rows.add(THREW);

        assertThat(run("retry", "10248", "--wait", "0")).isEqualTo(6);

        assertThat(out.toString()).contains("nothing is seen of it yet");
    }

    private int run(String... arguments) {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var all = new ArrayList<>(List.of("processes"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--query", url, "--processes", url));
        return Daybook.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private void answer(HttpExchange request) throws IOException {
        var path = request.getRequestURI().getPath();
        if (path.endsWith("/retry")) {
            retried.add(path);
            reply(request, 202, "{}");
        } else if (path.equals("/v1/views")) {
            reply(request, 200, VIEWS);
        } else if (path.equals("/v1/views/fulfillment-process")) {
            asked.add(String.valueOf(request.getRequestURI().getQuery()));
            reply(request, 200, "{\"rows\": [" + rows.remove() + "], \"next\": null}");
        } else if (path.equals("/v1/views/fulfillment-process/10248") && !rows.isEmpty()) {
            reply(request, 200, rows.size() > 1 ? rows.remove() : rows.element());
        } else if (path.equals("/v1/fulfillment/10248/events")) {
            reply(request, 200, HISTORY);
        } else if (path.startsWith("/v1/views/fulfillment-process/")) {
            reply(request, 404, "{\"code\": \"no-row\", \"detail\": \"There is none\"}");
        } else {
            reply(request, 404, "{\"code\": \"unknown-view\", \"detail\": \"There is no such view\"}");
        }
    }

    private static void reply(HttpExchange request, int status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        request.getResponseHeaders().add("Content-Type", "application/json");
        request.sendResponseHeaders(status, body.length);
        request.getResponseBody().write(body);
        request.close();
    }

    private static String row(int version, String status, String more) {
        return """
            {"process": "fulfillment", "id": "10248", "status": "%s", "state": "{\\"reserved\\": [\\"11\\"]}",
             "trigger": {"id": "c-1:1", "type": "dev.daybook.orders.OrderConfirmed", "aggregate": "order", "aggregateId": "10248"},
             "timers": [{"timer": "payment", "due": "2026-01-04T00:00:00Z", "command":
                 {"id": "fulfillment:10248:1", "type": "dev.daybook.orders.ExpirePayment", "aggregate": "order", "aggregateId": "10248"}}],
             %s "startedAt": "2026-01-01T00:00:01Z", "updatedAt": "2026-01-01T00:00:05Z", "version": %d}\
            """.formatted(status, more, version);
    }

    private static String failure(String code) {
        return """
            "failure": {"code": "%s", "reason": "It threw", "since": "2026-01-01T00:00:04Z", "held": 2},\
            """.formatted(code);
    }

    private static final String HISTORY = """
        {"events": [{"sequence": "1", "time": "2026-01-01T00:00:01Z", "type": "dev.daybook.process.ProcessAdvanced",
          "correlationid": "story-1", "data": {"status": "RUNNING", "state": "{}", "timers": [], "cancelledTimers": [],
          "trigger": {"id": "c-1:1", "type": "dev.daybook.orders.OrderConfirmed", "aggregate": "order", "aggregateId": "10248"},
          "commands": [{"id": "fulfillment:10248:2", "type": "dev.daybook.orders.ReserveStock", "aggregate": "inventory",
            "aggregateId": "11"}]}}], "next": null}\
        """;
}
