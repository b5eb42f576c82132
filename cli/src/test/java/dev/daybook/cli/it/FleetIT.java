package dev.daybook.cli.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.cli.client.Queries;
import dev.daybook.cli.it.Http.Response;
import dev.daybook.cli.stack.Fleet;
import dev.daybook.cli.stack.LocalStack;
import dev.daybook.cli.stack.RunningStack.Member;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack with two processors, two gateways and two process managers. */
final class FleetIT {
    private static final String CUSTOMER = "{\"customerId\": \"ALFKI\"}";
    private static final int SEVERAL = 20;
    private static final int MOST_KILLS = 2;

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
    void the_demo_has_its_figures_although_processors_and_process_managers_are_killed() throws Exception {
        var seed = System.nanoTime();
        var done = new CountDownLatch(1);
        try (var nemesis = Executors.newSingleThreadExecutor()) {
            var kills = nemesis.submit(() -> killUntil(done, new Random(seed)));
            var demo = DemoRun.on(data);
            done.countDown();

            assertThat(demo.exitCode()).as("seed %d: %s", seed, demo.output()).isZero();
            DemoRun.assertFigures(demo.json());
            assertThat(kills.get()).as("kills").isPositive();
        }
        assertThat(commandsOfFulfillment()).hasSize(lines(_ -> true) + lines("SHIPPED"::equals));
    }

    /** Kills one after the other, but lets the last be replaced; says how many. */
    private static int killUntil(CountDownLatch done, Random random) throws InterruptedException {
        var kills = 0;
        while (kills < MOST_KILLS && !done.await(random.nextInt(3_000, 8_000), TimeUnit.MILLISECONDS)) {
            var victims = stack.running().instances().stream()
                    .filter(instance -> instance.name().startsWith("process"))
                    .toList();
            // One that is dead already may not be replaced yet.
            var victim =
                    ProcessHandle.of(victims.get(random.nextInt(victims.size())).pid());
            kills += victim.filter(ProcessHandle::destroyForcibly).isPresent() ? 1 : 0;
        }
        return kills;
    }

    /** The lines of the sample's orders that have such a status: so many reservations, and so many shipments. */
    private static int lines(Predicate<String> status) {
        var lines = new AtomicInteger();
        new Queries(stack.running().queries()).eachRow("order-summary", row -> {
            if (row.hasNonNull("confirmedAt") && status.test(row.path("status").asText())) {
                lines.addAndGet(row.path("itemCount").asInt());
            }
        });
        return lines.get();
    }

    /** The ids of the commands to products that came from the process; a copy has the id of the first. */
    private static Set<String> commandsOfFulfillment() {
        var config = Map.<String, Object>of("bootstrap.servers", stack.running().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("orders.inventory.commands").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var ids = new HashSet<String>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(command -> {
                    var id = new String(command.headers().lastHeader("ce_id").value(), UTF_8);
                    if (id.startsWith("fulfillment:")) {
                        ids.add(id);
                    }
                });
            }
            return ids;
        }
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
