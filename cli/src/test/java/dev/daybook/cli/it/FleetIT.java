package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.it.Http.Response;
import dev.daybook.cli.stack.Fleet;
import dev.daybook.cli.stack.LocalStack;
import dev.daybook.cli.stack.RunningStack.Member;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack with two processors, two gateways and two process managers. */
final class FleetIT {
    private static final String CUSTOMER = "{\"customerId\": \"ALFKI\"}";
    private static final int SEVERAL = 20;

    @TempDir
    private static Path data;

    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = TestStack.start(data, Fleet.of(2, 2, 1, 2));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void every_instance_has_a_process_of_its_own() {
        assertThat(stack.running().instances())
                .extracting(Member::name)
                .containsExactly(
                        "gateway-1",
                        "gateway-2",
                        "processor-1",
                        "processor-2",
                        "projections",
                        "processes-1",
                        "processes-2");
        assertThat(stack.running().instances()).extracting(Member::pid).doesNotHaveDuplicates();
        assertThat(stack.running().gateway()).isEqualTo(member("gateway-1").url());
    }

    @Test
    void a_reply_finds_the_gateway_that_asked() throws Exception {
        var answers = new ArrayList<Future<Response>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < SEVERAL; i++) {
                answers.add(clients.submit(() -> create("gateway-1")));
                answers.add(clients.submit(() -> create("gateway-2")));
            }
        }
        assertThat(answers).extracting(answer -> answer.resultNow().status()).containsOnly(200);
    }

    @Test
    void an_outcome_is_had_from_another_gateway_than_the_one_that_was_asked() throws Exception {
        var asked = Http.post(member("gateway-1").url(), path(), CUSTOMER, "Prefer", "respond-async");
        assertThat(asked.status()).isEqualTo(202);

        var elsewhere = await().until(
                        () -> Http.send(Http.request(member("gateway-2").url(), asked.header("Location"))
                                .GET()),
                        answer -> answer.status() != 202);

        assertThat(elsewhere.status()).as(elsewhere.body()).isEqualTo(200);
        assertThat(elsewhere.json().path("outcome").asText()).isEqualTo("accepted");
    }

    @Test
    void a_processor_that_is_killed_is_replaced_while_the_other_goes_on() throws Exception {
        var before = member("processor-2");

        kill(before);

        // Orders on every partition, so on those of the dead processor too.
        for (var order : IntStream.range(0, SEVERAL).boxed().toList()) {
            var answer = Http.post(member("gateway-1").url(), path(), CUSTOMER, "Prefer", "wait=5");
            assertThat(answer.status()).as("order " + order).isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> member("processor-2").pid() != before.pid());
        await().atMost(Duration.ofSeconds(60)).until(() -> ready(before.url()));
    }

    @Test
    void an_order_is_fulfilled_once_although_the_process_manager_is_killed() throws Exception {
        var product = Http.newId();
        post("/v1/inventory/" + product + "/receive-stock", "{\"quantity\": 100}");
        var before = member("processes-1");
        for (var i = 0; i < SEVERAL; i++) {
            if (i == SEVERAL / 2) {
                kill(before);
            }
            confirmOrder(product);
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> stock(product).path("reserved").asInt() == SEVERAL);
        await().atMost(Duration.ofSeconds(60)).until(() -> member("processes-1").pid() != before.pid());
        await().atMost(Duration.ofSeconds(60)).until(() -> ready(before.url()));

        // One event for the delivery, and one for each order.
        assertThat(stock(product).path("version").asInt()).isEqualTo(1 + SEVERAL);
    }

    private static void confirmOrder(String product) throws Exception {
        var order = "/v1/order/" + Http.newId();
        post(order + "/create-order", CUSTOMER);
        post(order + "/add-item", "{\"productId\": \"" + product + "\", \"quantity\": 1, \"unitPrice\": \"14.00\"}");
        post(order + "/confirm-order", "{}");
    }

    private static void post(String path, String json) throws Exception {
        var answer = Http.post(member("gateway-1").url(), path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode stock(String product) throws Exception {
        var row = Http.request(stack.running().queries(), "/v1/views/inventory/" + product);
        return Http.send(row.GET()).json();
    }

    private static void kill(Member instance) {
        ProcessHandle.of(instance.pid()).orElseThrow().destroyForcibly();
    }

    private static boolean ready(URI app) throws InterruptedException {
        try {
            return Http.send(Http.request(app, "/health/ready").GET()).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Response create(String gateway) throws Exception {
        return Http.post(member(gateway).url(), path(), CUSTOMER);
    }

    private static String path() {
        return "/v1/order/" + Http.newId() + "/create-order";
    }

    private static Member member(String name) {
        return stack.running().instances().stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
