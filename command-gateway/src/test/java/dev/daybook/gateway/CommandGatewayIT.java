package dev.daybook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.client.ClientException;
import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.http.PortTakenException;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import dev.daybook.platform.topic.UnsafeTopicsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway on a broker of its own, which it can lose. */
class CommandGatewayIT {
    private static final String CONFIRM = "/v1/order/10248/confirm-order";

    @TempDir
    Path data;

    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(data, 0, Map.of());
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void appends_what_it_answers_202_for() throws InterruptedException {
        applyTopics();
        try (var gateway = start(Map.of());
                var client = new GatewayClient(gateway.port())) {
            await().until(gateway::ready);

            var answer = client.post(CONFIRM, "{}", "Idempotency-Key", "c1", "Prefer", "respond-async");
            assertThat(answer.status()).isEqualTo(202);

            assertThat(commands()).singleElement().satisfies(entry -> {
                var headers = CommandHeaders.read(entry.headers());
                assertThat(headers.id()).isEqualTo("c1");
                assertThat(headers.replyTo()).isNull();
            });
            assertThat(client.get("/metrics").response().body())
                    .contains("daybook_gateway_inflight", "daybook_client_waiting", "kafka_producer_record_send_total");
        }
    }

    @Test
    void answers_503_while_the_broker_is_away_and_goes_on_when_it_is_back() throws InterruptedException {
        applyTopics();
        var address = broker.bootstrapServers();
        var port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (var gateway = start(Map.of("append.timeout", "2s"));
                var client = new GatewayClient(gateway.port())) {
            await().until(gateway::ready);
            broker.close();
            await().until(() -> !gateway.ready());
            assertThat(client.get("/health/ready").status()).isEqualTo(503);

            var answer = client.post(CONFIRM, "{}", "Idempotency-Key", "c1");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("log-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.json().path("appended").asText()).isIn("no", "unknown");
            assertThat(answer.json().path("commandId").asText()).isEqualTo("c1");

            broker = EmbeddedBroker.start(data, port, Map.of());
            await().atMost(Duration.ofSeconds(30)).until(gateway::ready);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(client.post(CONFIRM, "{}", "Prefer", "respond-async")
                                    .status())
                            .isEqualTo(202));
        }
    }

    @Test
    void answers_who_waits_when_it_stops() throws InterruptedException {
        applyTopics();
        var gateway = start(Map.of());
        try (var client = new GatewayClient(gateway.port())) {
            await().until(gateway::ready);
            var answer = client.sendAsync(client.command(CONFIRM, "{}", "Idempotency-Key", "c1", "Prefer", "wait=60"));
            await().until(() -> commands().size() == 1);

            gateway.close();

            assertThat(answer.join().status()).isEqualTo(202);
            assertThat(answer.join().header("Location")).isEqualTo("/v1/commands/order/10248/c1");
        }
    }

    @Test
    void refuses_to_start_without_its_topics() {
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(UnsafeTopicsException.class)
                .hasMessageContaining("./daybook topics apply");
    }

    @Test
    void refuses_a_taken_port_and_a_partition_that_there_is_not() throws InterruptedException {
        applyTopics();
        try (var gateway = start(Map.of())) {
            var port = String.valueOf(gateway.port());
            assertThatThrownBy(() -> start(Map.of("http.port", port))).isInstanceOf(PortTakenException.class);
        }
        assertThatThrownBy(() -> start(Map.of("replies.partition", "4")))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("Partition 4 of replies is asked for");
    }

    private CommandGateway start(Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "registry.url",
                EmbeddedStack.shared().registryUrl().toString(),
                "http.port",
                "0"));
        all.putAll(settings);
        return CommandGateway.start(GatewayConfig.from(Settings.of(GatewayConfig.settings(), all)));
    }

    private void applyTopics() throws InterruptedException {
        var topics = TopicFile.read(Path.of("../infra/topics.yaml")).topics("local", BoundedContexts.load());
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicPlan.of(topics, admin).apply(admin);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> commands() {
        var config = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("orders.order.commands").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var entries = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            consumer.poll(Duration.ofSeconds(2)).forEach(entries::add);
            return entries;
        }
    }
}
