package dev.daybook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What there is, and what there is not. */
class RoutesTest extends ServedRoutes {
    @Test
    void lists_what_there_is_when_there_is_no_such_thing() {
        var aggregate = client.post("/v1/invoice/1/pay", "{}");
        assertProblem(aggregate, 404, "unknown-aggregate");
        assertThat(strings(aggregate.json().path("known"))).contains("order");

        var command = client.post("/v1/order/1/refund", "{}");
        assertProblem(command, 404, "unknown-command");
        assertThat(strings(command.json().path("known"))).contains("create-order", "add-item", "confirm-order");

        assertProblem(client.get("/v1/commands/invoice/1/c1"), 404, "unknown-aggregate");
        assertProblem(client.get("/v1/order"), 404, "not-found");
    }

    @Test
    void answers_405_to_another_method() {
        var answer = client.get(CONFIRM);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void shows_its_interface() {
        assertThat(client.get("/openapi.json").json().path("openapi").asText()).isEqualTo("3.1.0");

        var page = client.get("/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
        assertThat(page.response().body())
                .contains("/docs/swagger-ui-bundle.js")
                .doesNotContain("://");
        for (var file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js", "favicon-32x32.png")) {
            assertThat(client.get("/docs/" + file).status()).isEqualTo(200);
        }
        assertProblem(client.get("/docs/oauth2-redirect.html"), 404, "not-found");
        assertProblem(client.get("/docs/..%2fopenapi.yaml"), 404, "not-found");
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
