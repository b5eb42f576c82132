package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.it.Http.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the caller of a command is told, row by row of the contract. */
final class CommandOutcomesIT {
    private static final String CREATE = "{\"customerId\": \"ALFKI\"}";
    private static final String ITEM = "{\"productId\": \"11\", \"quantity\": 2, \"unitPrice\": \"14.00\"}";

    private final String order = "/v1/order/" + Http.newId();

    @Test
    void accepts_a_command_that_no_rule_forbids() throws Exception {
        Http.post(order + "/create-order", CREATE);

        var answer = Http.post(order + "/add-item", ITEM, "Idempotency-Key", "add-1-" + order.hashCode());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.header("X-Event-Version")).isEqualTo("2");
        assertThat(answer.token()).matches("order:\\d+:\\d+");
        var body = answer.json();
        assertThat(body.path("commandId").asText()).isEqualTo("add-1-" + order.hashCode());
        assertThat(body.path("aggregate").asText()).isEqualTo("order");
        assertThat(order).endsWith("/" + body.path("id").asText());
        assertThat(body.path("outcome").asText()).isEqualTo("accepted");
        assertThat(body.path("ack").asText()).isEqualTo("committed");
        assertThat(body.path("version").asLong()).isEqualTo(2);
        assertThat(body.path("events")).hasSize(1);
        assertThat(body.at("/events/0/id").asText()).startsWith("add-1-" + order.hashCode() + ":");
        assertThat(body.at("/events/0/type").asText()).isEqualTo("dev.daybook.orders.ItemAdded");
        assertThat(body.at("/events/0/version").asLong()).isEqualTo(2);
    }

    @Test
    void gives_a_command_without_a_key_a_time_ordered_id() throws Exception {
        var answer = Http.post(order + "/create-order", CREATE);

        var id = UUID.fromString(answer.json().path("commandId").asText());
        assertThat(id.version()).isEqualTo(7);
    }

    @Test
    void answers_a_replayed_command_with_its_first_outcome() throws Exception {
        var key = Http.newId();
        var first = Http.post(order + "/create-order", CREATE, "Idempotency-Key", key);
        Http.post(order + "/add-item", ITEM);

        var again = Http.post(order + "/create-order", CREATE, "Idempotency-Key", key);

        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void replays_a_refusal_too() throws Exception {
        var key = Http.newId();
        Http.post(order + "/create-order", CREATE);
        var first = Http.post(order + "/confirm-order", "{}", "Idempotency-Key", key);
        Http.post(order + "/add-item", ITEM);

        var again = Http.post(order + "/confirm-order", "{}", "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(422);
        assertThat(again.json().path("code")).isEqualTo(first.json().path("code"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void names_the_rule_that_refuses_a_command() throws Exception {
        Http.post(order + "/create-order", CREATE);

        var answer = Http.post(order + "/ship-order", "{\"carrier\": \"UPS\", \"trackingNumber\": \"1Z\"}");

        assertProblem(answer, 422);
        assertThat(answer.json().path("code").asText()).matches("[a-z]+(-[a-z]+)+");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    @Test
    void tells_the_version_where_another_was_expected() throws Exception {
        Http.post(order + "/create-order", CREATE);

        var answer = Http.post(order + "/add-item", ITEM, "If-Match", "\"5\"");

        assertProblem(answer, 412);
        assertThat(answer.json().path("actualVersion").asLong()).isEqualTo(1);
    }

    @Test
    void creates_only_what_does_not_exist_if_asked_to() throws Exception {
        assertThat(Http.post(order + "/create-order", CREATE, "If-None-Match", "*")
                        .status())
                .isEqualTo(200);

        var answer = Http.post(order + "/create-order", CREATE, "If-None-Match", "*");

        assertProblem(answer, 412);
        assertThat(answer.json().path("actualVersion").asLong()).isEqualTo(1);
    }

    @Test
    void goes_on_from_the_version_that_an_answer_told() throws Exception {
        var created = Http.post(order + "/create-order", CREATE);

        assertThat(Http.post(order + "/add-item", ITEM, "If-Match", created.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refuses_a_key_that_was_used_for_another_command() throws Exception {
        var key = Http.newId();
        Http.post(order + "/create-order", CREATE, "Idempotency-Key", key);

        var answer = Http.post(order + "/add-item", ITEM, "Idempotency-Key", key);

        assertProblem(answer, 422);
        assertThat(answer.json().path("code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void answers_at_once_if_the_caller_will_not_wait() throws Exception {
        var key = Http.newId();

        var answer = Http.post(order + "/create-order", CREATE, "Idempotency-Key", key, "Prefer", "respond-async");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/commands" + order.substring(3) + "/" + key);
        var outcome = Outcomes.await(answer.header("Location"));
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.json().path("version").asLong()).isEqualTo(1);
        assertThat(outcome.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void gives_a_status_link_for_what_is_undecided_within_the_wait() throws Exception {
        var answer = Http.post(order + "/confirm-order", "{}", "Prefer", "wait=0");

        assertThat(answer.status()).isEqualTo(202);
        var outcome = Outcomes.await(answer.header("Location"));
        assertProblem(outcome, 422);
    }

    @Test
    void knows_no_outcome_of_a_command_that_never_came() throws Exception {
        assertProblem(Http.get("/v1/commands" + order.substring(3) + "/" + Http.newId()), 404);
    }

    @Test
    void names_every_fault_of_a_body_with_its_pointer() throws Exception {
        var answer = Http.post(
                order + "/add-item",
                "{\"productId\": 11, \"quantity\": \"two\", \"unitPrice\": \"1.23456\", \"colour\": 1}");

        assertProblem(answer, 400);
        assertThat(answer.body()).contains("/productId", "/quantity", "/unitPrice", "/colour");
    }

    @Test
    void refuses_what_is_no_json() throws Exception {
        assertProblem(Http.post(order + "/create-order", "{\"customerId\": "), 400);
    }

    @Test
    void knows_its_aggregates_and_commands() throws Exception {
        assertProblem(Http.post("/v1/ordre/1/create-order", CREATE), 404);
        assertProblem(Http.post(order + "/creat-order", CREATE), 404);
    }

    @Test
    void takes_commands_by_post_only() throws Exception {
        var answer = Http.send(Http.request(TestStack.running().gateway(), order + "/create-order")
                .method("PUT", BodyPublishers.ofString(CREATE)));

        assertProblem(answer, 405);
    }

    @Test
    void takes_json_only() throws Exception {
        assertProblem(Http.post(order + "/create-order", CREATE, "Content-Type", "text/plain"), 415);
    }

    @Test
    void takes_no_body_that_is_too_large() throws Exception {
        var tooLong = "x".repeat(4 << 20);

        assertProblem(Http.post(order + "/create-order", "{\"customerId\": \"" + tooLong + "\"}"), 413);
    }

    private static void assertProblem(Response answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
