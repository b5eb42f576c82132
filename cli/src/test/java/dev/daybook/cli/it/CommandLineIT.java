package dev.daybook.cli.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.Daybook;
import dev.daybook.cli.console.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a running stack. */
final class CommandLineIT {
    private final String order = Http.newId();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temp;

    @Test
    void submits_a_command_and_says_what_came_of_it() {
        assertThat(gateway("submit", "order", order, "create-order", "{\"customerId\": \"ALFKI\"}"))
                .isZero();

        assertThat(out.toString())
                .contains(
                        "Accepted: order " + order + " is at version 1",
                        "dev.daybook.orders.OrderCreated",
                        "--token order:");
    }

    @Test
    void prints_one_json_document_if_asked_to() {
        gateway("submit", "order", order, "create-order", "{\"customerId\": \"ALFKI\"}", "--json");

        assertThat(json().path("status").asInt()).isEqualTo(200);
        assertThat(json().at("/answer/version").asLong()).isEqualTo(1);
        assertThat(json().path("token").asText()).startsWith("order:");
    }

    @Test
    void reads_a_command_from_a_file() throws Exception {
        var file = Files.writeString(temp.resolve("create.json"), "{\"customerId\": \"ALFKI\"}", UTF_8);

        assertThat(gateway("submit", "order", order, "create-order", "@" + file))
                .isZero();
    }

    @Test
    void ends_with_three_where_a_rule_or_a_version_refuses() {
        assertThat(gateway("submit", "order", order, "confirm-order")).isEqualTo(3);
        assertThat(err.toString()).contains("(422, ", "What follows: ./daybook trace ");
        assertThat(gateway(
                        "submit", "order", order, "create-order", "{\"customerId\": \"A\"}", "--expected-version", "7"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("actualVersion: 0");
    }

    @Test
    void ends_with_two_where_the_command_is_malformed() {
        assertThat(gateway("submit", "order", order, "create-order", "{\"colour\": 1}"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("/colour", "/customerId");
    }

    @Test
    void does_not_wait_if_told_so() {
        assertThat(gateway("submit", "order", order, "create-order", "{\"customerId\": \"A\"}", "--async"))
                .isZero();
        assertThat(out.toString()).contains("/v1/commands/order/" + order);
    }

    @Test
    void shows_an_order_as_it_is_and_was_and_how_it_came_so() {
        gateway("submit", "order", order, "create-order", "{\"customerId\": \"ALFKI\"}");
        gateway("submit", "order", order, "cancel-order", "{\"reason\": \"a test\"}", "--json");
        var token = Json.parse(out.toString().substring(out.toString().indexOf('{')))
                .path("token")
                .asText();

        assertThat(queries("timeline", "order", order, "--token", token, "--wait", "20"))
                .isZero();
        assertThat(out.toString())
                .contains("OrderCreated", "OrderCancelled", "~ status: CREATED → CANCELLED", "command ");
        assertThat(queries("timeline", "order", order, "--no-diff")).isZero();
        assertThat(out.toString()).contains("{\"reason\":\"a test\"");
        assertThat(queries("timeline", "order", order, "--follow", "--from", "2", "--limit", "1", "--json"))
                .isZero();
        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("{\"specversion\""));
        assertThat(queries("state", "order", order, "--version", "1")).isZero();
        assertThat(out.toString()).contains("at version 1", "CREATED");
        assertThat(queries("view", "order-summary", order, "--token", token, "--wait", "20"))
                .isZero();
        assertThat(out.toString()).contains("\"CANCELLED\"");
        assertThat(queries("views")).isZero();
        assertThat(out.toString()).contains("orders-by-customer");
    }

    @Test
    void shows_how_many_orders_have_a_status_now_and_then() {
        gateway("submit", "order", order, "create-order", "{\"customerId\": \"ALFKI\"}", "--json");
        var token = json().path("token").asText();
        out.getBuffer().setLength(0);

        assertThat(queries("view", "order-status", "CREATED", "--token", token, "--json"))
                .as(err::toString)
                .isZero();
        assertThat(json().path("orders").asInt()).isPositive();
        assertThat(queries("view", "order-status", "CREATED", "--at", "2001-01-01T00:00:00Z"))
                .isEqualTo(5);
    }

    @Test
    void traces_what_followed_from_commands_and_what_was_refused() {
        var story = "story-" + order;
        gateway("submit", "order", order, "create-order", "{\"customerId\": \"ALFKI\"}", "--correlation", story);
        assertThat(out.toString()).contains("./daybook trace " + story);
        gateway("submit", "order", order, "confirm-order", "--correlation", story);

        assertThat(run("--data", TestStack.data().toString(), "trace", story))
                .as(err::toString)
                .isZero();

        assertThat(out.toString())
                .contains(
                        "create-order → order " + order + ": accepted",
                        "└─ OrderCreated, order " + order + " version 1",
                        "confirm-order → order " + order + ": refused: ");
        assertThat(run("--data", TestStack.data().toString(), "trace", "no-" + story))
                .isEqualTo(5);
    }

    @Test
    @Timeout(60)
    void tells_what_others_are_told() {
        gateway("submit", "order", order, "create-order", "{\"customerId\": \"ALFKI\"}");
        gateway(
                "submit",
                "order",
                order,
                "add-item",
                "{\"productId\": \"11\", \"quantity\": 1, \"unitPrice\": \"14\"}");
        gateway("submit", "order", order, "confirm-order", "--correlation", "story-" + order);
        out.getBuffer().setLength(0);

        assertThat(run(
                        "--data",
                        TestStack.data().toString(),
                        "published",
                        "orders",
                        "--key",
                        order,
                        "--follow",
                        "--limit",
                        "1"))
                .as(err::toString)
                .isZero();
        assertThat(out.toString())
                .contains(order + "  OrderConfirmedV1", "\"total\":\"14\"", "correlation story-" + order);

        out.getBuffer().setLength(0);
        assertThat(run("--data", TestStack.data().toString(), "published", "orders", "--key", order, "--json"))
                .isZero();
        assertThat(json().at("/events/0/data/customerId").asText()).isEqualTo("ALFKI");
        assertThat(run("--data", TestStack.data().toString(), "published", "billing"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("There is no context 'billing'", "[orders]");
    }

    @Test
    void lists_instances_of_processes() {
        assertThat(queries("processes", "list", "--json")).as(err::toString).isZero();
        assertThat(json().path("processes").isObject()).isTrue();
    }

    @Test
    void shows_what_is_parked() {
        assertThat(queries("dead-letters", "list", "--json")).as(err::toString).isZero();
        assertThat(json().path("deadLetters")).isEmpty();
        assertThat(queries("dead-letters", "show", "order-summary", order)).isEqualTo(5);
        assertThat(queries("dead-letters", "retry", "order-summary", order)).isEqualTo(5);
        assertThat(queries("dead-letters", "discard", "order-summary", order, "--all"))
                .isEqualTo(5);
    }

    @Test
    void ends_with_five_where_nothing_is_found() {
        assertThat(queries("view", "order-summary", order)).isEqualTo(5);
        assertThat(queries("state", "order", order)).isEqualTo(5);
    }

    private int gateway(String... arguments) {
        return run("--gateway", TestStack.running().gateway().toString(), arguments);
    }

    private int queries(String... arguments) {
        return run("--query", TestStack.running().queries().toString(), arguments);
    }

    private int run(String option, String url, String... arguments) {
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.add(option);
        all.add(url);
        return Daybook.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private JsonNode json() {
        return Json.parse(out.toString());
    }
}
