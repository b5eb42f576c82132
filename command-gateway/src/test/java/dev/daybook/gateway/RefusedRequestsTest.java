package dev.daybook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.client.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What never becomes a command. */
class RefusedRequestsTest extends ServedRoutes {
    @Test
    void names_all_faults_of_a_body() {
        var answer = client.post(ADD_ITEM, "{\"productId\": 11, \"quantity\": 1.5, \"price\": 14}");

        assertProblem(answer, 400, "malformed-body");
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/productId", "/quantity", "/price", "/unitPrice");
        assertThat(dispatcher.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "application/problem+json"
            })
    void answers_415_to_what_is_not_json(String type) {
        var answer = client.send(client.to(CONFIRM).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void answers_415_without_a_content_type_or_with_a_content_encoding() {
        assertProblem(
                client.send(client.to(CONFIRM).POST(BodyPublishers.ofString("{}"))), 415, "unsupported-media-type");
        assertProblem(client.post(CONFIRM, "{}", "Content-Encoding", "gzip"), 415, "unsupported-media-type");
    }

    @Test
    void reads_json_with_its_charset() {
        var answer = client.send(client.to(CONFIRM)
                .header("Content-Type", "Application/JSON; charset=\"UTF-8\"")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void answers_413_to_a_body_that_is_too_large() {
        var large = new byte[MAX_BODY + 1];
        var largest = AN_ITEM + " ".repeat(MAX_BODY - AN_ITEM.length());

        assertThat(client.post(ADD_ITEM, largest).status()).isEqualTo(202);
        assertProblem(client.post(ADD_ITEM, largest + " "), 413, "content-too-large");
        assertProblem(
                client.send(client.to(ADD_ITEM)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "content-too-large");
    }

    @Test
    void answers_413_to_a_body_that_is_far_too_large() {
        assertProblem(client.post(ADD_ITEM, " ".repeat(1 << 20)), 413, "content-too-large");
    }

    @Test
    void answers_400_to_deep_nesting_and_long_numbers() {
        assertProblem(client.post(ADD_ITEM, "{\"a\":" + "[".repeat(1000)), 400, "malformed-body");
        assertProblem(client.post(ADD_ITEM, "{\"quantity\":" + "1".repeat(1000) + "}"), 400, "malformed-body");
    }

    @Test
    void answers_431_to_large_headers() {
        assertProblem(
                client.post(CONFIRM, "{}", "X-Large", "x".repeat(20_000)), 431, "request-header-fields-too-large");
    }

    @Test
    void answers_400_to_an_id_that_is_too_long() {
        assertThat(client.post("/v1/order/" + "x".repeat(512) + "/confirm-order", "{}")
                        .status())
                .isEqualTo(202);
        assertProblem(client.post("/v1/order/" + "%C3%A9".repeat(257) + "/confirm-order", "{}"), 400, "malformed-id");
    }

    @Test
    void answers_503_while_too_much_is_in_flight_and_goes_on_after() throws InterruptedException {
        var arrived = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        dispatcher.answer(() -> {
            arrived.countDown();
            await(go);
            return new Reply.Pending();
        });
        var slow = IntStream.range(0, 2)
                .mapToObj(i -> client.sendAsync(client.command(CONFIRM, "{}")))
                .toList();
        arrived.await();

        var answer = client.post(CONFIRM, "{}");

        assertProblem(answer, 503, "overloaded");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        go.countDown();
        assertThat(slow).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(202));
        assertThat(client.post(CONFIRM, "{}").status()).isEqualTo(202);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
