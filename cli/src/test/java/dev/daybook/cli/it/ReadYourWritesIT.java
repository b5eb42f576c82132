package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.cli.it.Http.Response;
import dev.daybook.cli.stack.Fleet;
import dev.daybook.cli.stack.LocalStack;
import dev.daybook.cli.stack.RunningStack.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A stack with two projection apps, each of which keeps copies of what the other has. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReadYourWritesIT {
    private static final List<String> APPS = List.of("projections-1", "projections-2");
    /** Each waits for commits most of the time, so there are many; more with {@code -Ddaybook.it.clients=320}. */
    private static final int CLIENTS = Integer.getInteger("daybook.it.clients", 50);

    private static final int ORDERS = 4;
    private static final int ITEMS = 7;
    /** Of so many writes one is also read without its token. */
    private static final int SAMPLE = 4;

    private static final String ITEM = "{\"productId\": \"11\", \"quantity\": 1, \"unitPrice\": \"14.00\"}";

    @TempDir
    private static Path data;

    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = TestStack.start(data, Fleet.of(1, 1, 2));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** Each write is answered as soon as it is decided, which is before anybody can read it. */
    @Test
    @Order(1)
    void whoever_shows_its_token_reads_its_write_on_any_instance() throws Exception {
        var stale = new LongAdder();
        var clients = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < CLIENTS; i++) {
                var client = new Client("customer-" + i, stale);
                clients.add(threads.submit(client::run));
            }
        }
        var writes = 0;
        for (var client : clients) {
            writes += client.get();
        }
        assertThat(writes).isEqualTo(CLIENTS * ORDERS * (ITEMS + 1));
        // Without the token the same reads are too early, or this would have shown nothing.
        assertThat(stale.sum()).isPositive();
    }

    @Test
    @Order(2)
    void copies_answer_who_allows_it_when_an_instance_dies() throws Exception {
        var orders = IntStream.range(0, 20).mapToObj(_ -> Http.newId()).toList();
        for (var order : orders) {
            var token = create(order, "ALFKI").token();
            // Whoever does not own it has a copy of it by then.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> APPS.stream()
                            .map(app -> row(app, order, "Daybook-Max-Staleness", "60", "Daybook-Token", token))
                            .anyMatch(answer ->
                                    !answer.header("Daybook-Staleness").isEmpty()));
        }
        var died = member("projections-2");

        var process = ProcessHandle.of(died.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        var away = orders.stream()
                .map(order -> row("projections-1", order))
                .filter(answer -> answer.status() != 200)
                .toList();
        assertThat(away).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("code").asText()).isEqualTo("owner-away");
            assertThat(answer.json().path("instance").asText())
                    .isEqualTo(died.url().getAuthority());
        });
        assertThat(orders).allSatisfy(order -> {
            var answer = row("projections-1", order, "Daybook-Max-Staleness", "60");
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        });
        assertThat(rows("projections-1", "ALFKI").json().path("code").asText()).isEqualTo("owner-away");
        var all = rows("projections-1", "ALFKI", "Daybook-Max-Staleness", "60");
        assertThat(all.json().path("rows")).as(all.body()).hasSize(orders.size());
        assertThat(Double.parseDouble(all.header("Daybook-Staleness"))).isBetween(0.0, 60.0);
    }

    /** A client that opens orders, adds items to them, and reads what it has done. */
    private record Client(String customer, LongAdder stale) {
        int run() throws Exception {
            var lastTokens = new HashMap<String, String>();
            for (var order = 0; order < ORDERS; order++) {
                var id = Http.newId();
                var token = read(id, 1, create(id, customer));
                for (var version = 2; version <= ITEMS + 1; version++) {
                    token = read(id, version, post(id, "add-item", ITEM));
                }
                lastTokens.put(token.substring(0, token.lastIndexOf(':')), token);
            }
            var rows = rows(anyApp(), customer, "Daybook-Token", String.join(",", lastTokens.values()));
            assertThat(rows.json().path("rows"))
                    .as(rows.body())
                    .hasSize(ORDERS)
                    .allSatisfy(row -> assertThat(row.path("version").asInt()).isEqualTo(ITEMS + 1));
            return ORDERS * (ITEMS + 1);
        }

        private String read(String id, int version, Response written) {
            assertThat(written.status()).as(written.body()).isEqualTo(200);
            if (version % SAMPLE == 0 && version(row(anyApp(), id)) < version) {
                stale.increment();
            }
            var row = row(anyApp(), id, "Daybook-Token", written.token(), "Prefer", "wait=30");
            assertThat(version(row)).as(row.body()).isEqualTo(version);
            return written.token();
        }

        private static int version(Response row) {
            return row.status() == 200 ? Integer.parseInt(row.header("X-Event-Version")) : 0;
        }

        private static String anyApp() {
            return APPS.get(ThreadLocalRandom.current().nextInt(APPS.size()));
        }
    }

    private static Response create(String id, String customer) throws Exception {
        return post(id, "create-order", "{\"customerId\": \"" + customer + "\"}");
    }

    private static Response post(String id, String command, String json) throws Exception {
        return Http.post(stack.running().gateway(), "/v1/order/" + id + "/" + command, json, "Daybook-Ack", "decided");
    }

    private static Response row(String app, String id, String... headers) {
        return get(app, "/v1/views/order-summary/" + id, headers);
    }

    private static Response rows(String app, String customer, String... headers) {
        return get(app, "/v1/views/order-summary?customerId=" + customer, headers);
    }

    private static Response get(String app, String path, String... headers) {
        try {
            return Http.send(Http.request(member(app).url(), path, headers).GET());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Member member(String name) {
        return stack.running().instances().stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
