package dev.daybook.gateway;

import static dev.daybook.platform.message.Ack.ACCEPTED;
import static dev.daybook.platform.message.Ack.COMMITTED;
import static dev.daybook.platform.message.Ack.DECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.request.InFlight;
import dev.daybook.gateway.request.WaitPolicy;
import dev.daybook.http.HttpConfig;
import dev.daybook.http.HttpServer;
import dev.daybook.http.json.JsonLimits;
import dev.daybook.http.request.Principals;
import dev.daybook.orders.AddItem;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.EventRef;
import dev.daybook.outcome.Outcome;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.RegistryConfig;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes over real HTTP; what stands behind them is told what to answer. */
class RoutesTest {
    private static final String ADD_ITEM = "/v1/order/10248/add-item";
    private static final String CONFIRM = "/v1/order/10248/confirm-order";
    private static final String AN_ITEM = "{\"productId\": \"11\", \"quantity\": 12, \"unitPrice\": \"14.00\"}";
    private static final int MAX_BODY = 4096;

    private final FakeDispatcher dispatcher = new FakeDispatcher();
    private final Metrics metrics = new Metrics("command-gateway");
    private final HttpServer server = start();
    private final GatewayClient client = new GatewayClient(server.port());

    private HttpServer start() {
        var config = new GatewayConfig(
                new CommonConfig(Map.of(), RegistryConfig.of(URI.create("http://127.0.0.1:1"))),
                HttpConfig.onFreePort(),
                MAX_BODY,
                JsonLimits.DEFAULT,
                new WaitPolicy(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                2,
                Duration.ofSeconds(10),
                new Principals(Optional.of("X-User")),
                Optional.empty());
        var catalog = Catalog.of(BoundedContexts.load(), config.json());
        var routes = new Routes(config, catalog, dispatcher, new InFlight(config.maxInFlight()));
        return HttpServer.start(config.http(), new WellApp(), metrics, routes);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        metrics.close();
    }

    @Test
    void answers_an_accepted_command_with_its_events() {
        reply(accepted());

        var answer = client.post(ADD_ITEM, AN_ITEM, "Idempotency-Key", "c1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("ETag")).isEqualTo("\"6\"");
        assertThat(answer.header("X-Event-Version")).isEqualTo("6");
        assertThat(answer.header("Daybook-Token")).isEqualTo("order:3:1287");
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
        assertThat(answer.response().body())
                .isEqualTo("{\"commandId\":\"c1\",\"aggregate\":\"order\",\"id\":\"10248\",\"outcome\":\"accepted\","
                        + "\"ack\":\"committed\",\"version\":6,\"events\":[{\"id\":\"c1:1\","
                        + "\"type\":\"dev.daybook.orders.ItemAdded\",\"version\":6}]}");
    }

    @Test
    void sends_what_the_body_says() {
        client.post(ADD_ITEM, AN_ITEM);

        var command = dispatcher.lastCommand();
        assertThat(command.payload()).isEqualTo(new AddItem("11", 12, new BigDecimal("14"), BigDecimal.ZERO));
        assertThat(command.aggregate()).isEqualTo("order");
        assertThat(command.aggregateId()).isEqualTo("10248");
        assertThat(command.expectedVersion()).isNull();
    }

    @Test
    void marks_a_replayed_answer() {
        dispatcher.answer(() -> new Reply.Answered(accepted(), true, COMMITTED));

        var answer = client.post(ADD_ITEM, AN_ITEM, "Idempotency-Key", "c1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answer.header("Daybook-Correlation-Id")).isEmpty();
    }

    @Test
    void answers_422_when_a_rule_refuses() {
        reply(new CommandRejected(
                "c1", "order", "10248", 5, "payment-differs", "440 is due", Map.of("amountDue", "440")));

        var answer = client.post(CONFIRM, "{}");

        assertProblem(answer, 422, "payment-differs");
        assertThat(answer.json().path("detail").asText()).isEqualTo("440 is due");
        assertThat(answer.json().path("version").asLong()).isEqualTo(5);
        assertThat(answer.json().path("details").path("amountDue").asText()).isEqualTo("440");
    }

    @Test
    void answers_412_when_the_version_differs() {
        reply(new VersionConflict("c1", "order", "10248", 5, 7));

        var answer = client.post(CONFIRM, "{}", "If-Match", "\"5\"");

        assertProblem(answer, 412, "version-conflict");
        assertThat(answer.json().path("expectedVersion").asLong()).isEqualTo(5);
        assertThat(answer.json().path("actualVersion").asLong()).isEqualTo(7);
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
    }

    @Test
    void answers_422_when_the_key_was_used_for_another_command() {
        reply(new CommandIdReused("c1", "order", "10248"));

        assertProblem(client.post(CONFIRM, "{}", "Idempotency-Key", "c1"), 422, "idempotency-key-reused");
    }

    @Test
    void answers_500_when_the_command_is_dead_lettered() {
        reply(new CommandFailed("c1", "order", "10248", "decider-failed", "It threw"));

        assertProblem(client.post(CONFIRM, "{}"), 500, "decider-failed");
    }

    @Test
    void answers_400_when_the_processor_cannot_read_the_command() {
        reply(new CommandFailed("c1", "order", "10248", "unreadable", "It is no command"));

        assertProblem(client.post(CONFIRM, "{}"), 400, "unreadable");
    }

    @Test
    void answers_202_and_where_to_ask_when_undecided() {
        var answer = client.post("/v1/order/a%2Fb%20%C3%A9/confirm-order", "{}", "Idempotency-Key", "k/1?");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/commands/order/a%2Fb%20%C3%A9/k%2F1%3F");
        assertThat(answer.json().path("outcome").asText()).isEqualTo("pending");
        assertThat(answer.json().path("commandId").asText()).isEqualTo("k/1?");

        reply(accepted());
        assertThat(client.get(answer.header("Location")).status()).isEqualTo(200);
        assertThat(dispatcher.lastInquiry().commandId()).isEqualTo("k/1?");
        assertThat(dispatcher.lastInquiry().aggregateId()).isEqualTo("a/b é");
    }

    @Test
    void answers_later_as_the_command_would_have_been_answered() {
        reply(new CommandRejected("c1", "order", "10248", 5, "order-empty", "It has no items", Map.of()));
        assertProblem(client.get("/v1/commands/order/10248/c1"), 422, "order-empty");

        reply(new OutcomeUnknown("c1", "order", "10248"));
        assertProblem(client.get("/v1/commands/order/10248/c1"), 404, "unknown-command-id");

        dispatcher.answer(Reply.Pending::new);
        var pending = client.get("/v1/commands/order/10248/c1", "Prefer", "wait=1", "Daybook-Ack", "decided");
        assertThat(pending.status()).isEqualTo(202);
        assertThat(pending.header("Location")).isEqualTo("/v1/commands/order/10248/c1");
        assertThat(dispatcher.lastOptions()).isEqualTo(new SendOptions(DECIDED, Duration.ofSeconds(1)));
    }

    @Test
    void takes_the_idempotency_key_as_command_id() {
        client.post(CONFIRM, "{}", "Idempotency-Key", "order-10248-confirm");

        assertThat(dispatcher.lastCommand().id()).isEqualTo("order-10248-confirm");
    }

    @Test
    void gives_a_command_without_key_a_uuid_of_version_7() {
        client.post(CONFIRM, "{}");
        client.post(CONFIRM, "{}");

        var ids = dispatcher.commands().stream()
                .map(command -> UUID.fromString(command.id()))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().extracting(UUID::version).containsOnly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed"})
    void refuses_a_key_that_is_not_visible(String key) {
        assertMalformed(client.post(CONFIRM, "{}", "Idempotency-Key", key), "Idempotency-Key");
    }

    @Test
    void refuses_a_key_that_is_too_long_or_given_twice() {
        assertThat(client.post(CONFIRM, "{}", "Idempotency-Key", "k".repeat(200))
                        .status())
                .isEqualTo(202);
        assertMalformed(client.post(CONFIRM, "{}", "Idempotency-Key", "k".repeat(201)), "Idempotency-Key");
        assertMalformed(client.post(CONFIRM, "{}", "Idempotency-Key", "k", "Idempotency-Key", "l"), "Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"If-Match, '\"5\"', 5", "If-Match, '\"0\"', 0", "If-None-Match, *, 0"})
    void reads_the_expected_version(String header, String value, long expected) {
        client.post(CONFIRM, "{}", header, value);

        assertThat(dispatcher.lastCommand().expectedVersion()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "If-Match, 'W/\"5\"'",
                "If-Match, *",
                "If-Match, 5",
                "If-Match, '\"05\"'",
                "If-Match, '\"-1\"'",
                "If-Match, '\"five\"'",
                "If-Match, '\"5\", \"6\"'",
                "If-Match, '\"9223372036854775808\"'",
                "If-Match, ''",
                "If-None-Match, '\"5\"'",
                "If-None-Match, 'W/*'"
            })
    void refuses_other_preconditions(String header, String value) {
        assertMalformed(client.post(CONFIRM, "{}", header, value), header);
    }

    @Test
    void refuses_both_preconditions_together() {
        assertMalformed(client.post(CONFIRM, "{}", "If-Match", "\"5\"", "If-None-Match", "*"), "If-None-Match");
    }

    @Test
    void waits_as_long_as_the_caller_prefers() {
        assertOptions(client.post(CONFIRM, "{}"), "", new SendOptions(COMMITTED, Duration.ofSeconds(10)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "wait=3", "Daybook-Ack", "decided"),
                "wait=3",
                new SendOptions(DECIDED, Duration.ofSeconds(3)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "wait=600"),
                "wait=60",
                new SendOptions(COMMITTED, Duration.ofSeconds(60)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "respond-async, wait=3"),
                "respond-async, wait=3",
                new SendOptions(COMMITTED, Duration.ofSeconds(3)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "respond-async"),
                "respond-async",
                new SendOptions(ACCEPTED, Duration.ofSeconds(10)));
        assertOptions(
                client.post(CONFIRM, "{}", "Daybook-Ack", "accepted"),
                "",
                new SendOptions(ACCEPTED, Duration.ofSeconds(10)));
    }

    @Test
    void refuses_unknown_acks() {
        assertMalformed(client.post(CONFIRM, "{}", "Daybook-Ack", "done"), "Daybook-Ack");
        assertMalformed(client.get("/v1/commands/order/1/c1", "Daybook-Ack", "accepted"), "Daybook-Ack");
    }

    @Test
    void passes_the_trace_on_or_makes_one() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        client.post(CONFIRM, "{}", "traceparent", trace);
        assertThat(dispatcher.lastCommand().trail().traceparent()).isEqualTo(trace);

        client.post(CONFIRM, "{}", "traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01");
        assertThat(dispatcher.lastCommand().trail().traceparent())
                .isNotEqualTo(trace)
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00");
    }

    @Test
    void passes_on_what_the_command_is_part_of() {
        var answer = client.post(CONFIRM, "{}", "Daybook-Correlation-Id", "return-17");

        assertThat(dispatcher.lastCommand().trail().correlationId()).isEqualTo("return-17");
        assertThat(answer.header("Daybook-Correlation-Id")).isEqualTo("return-17");
    }

    @Test
    void a_command_that_is_part_of_nothing_begins_what_is_named_by_its_id() {
        var answer = client.post(CONFIRM, "{}", "Idempotency-Key", "key-1");

        assertThat(dispatcher.lastCommand().trail().correlationId()).isNull();
        assertThat(answer.header("Daybook-Correlation-Id")).isEqualTo("key-1");
    }

    @Test
    void a_refused_command_says_what_it_is_part_of() {
        reply(new CommandRejected("c1", "order", "10248", 5, "order-empty", "It has no items", Map.of()));

        var answer = client.post(CONFIRM, "{}", "Daybook-Correlation-Id", "return-17");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Daybook-Correlation-Id")).isEqualTo("return-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", ""})
    void refuses_a_correlation_id_that_could_not_be_told_apart(String id) {
        assertProblem(client.post(CONFIRM, "{}", "Daybook-Correlation-Id", id), 400, "malformed-header");
        assertThat(dispatcher.commands()).isEmpty();
    }

    @Test
    void believes_only_the_trusted_header_about_the_principal() {
        client.post(CONFIRM, "{}", "Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.");
        assertThat(dispatcher.lastCommand().trail().principal()).isNull();

        client.post(CONFIRM, "{}", "X-User", "alice");
        assertThat(dispatcher.lastCommand().trail().principal()).isEqualTo("alice");
    }

    @Test
    void names_all_faults_of_a_body() {
        var answer = client.post(ADD_ITEM, "{\"productId\": 11, \"quantity\": 1.5, \"price\": 14}");

        assertProblem(answer, 400, "malformed-body");
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/productId", "/quantity", "/price", "/unitPrice");
        assertThat(dispatcher.commands()).isEmpty();
    }

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

    private void reply(Outcome outcome) {
        dispatcher.answer(() -> new Reply.Answered(outcome, false, COMMITTED));
    }

    private static CommandAccepted accepted() {
        return new CommandAccepted(
                "c1", "order", "10248", 6, 3, 1287, List.of(new EventRef("c1:1", "dev.daybook.orders.ItemAdded", 6)));
    }

    private static void assertProblem(GatewayClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:problem-type:daybook:" + code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    private static void assertMalformed(GatewayClient.Answer answer, String header) {
        assertProblem(answer, 400, "malformed-header");
        assertThat(answer.json().path("header").asText()).isEqualTo(header);
    }

    private void assertOptions(GatewayClient.Answer answer, String applied, SendOptions options) {
        assertThat(answer.header("Preference-Applied")).isEqualTo(applied);
        assertThat(dispatcher.lastOptions()).isEqualTo(options);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class WellApp implements App {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public String whyNotReady() {
            return "";
        }

        @Override
        public void close() {}
    }
}
