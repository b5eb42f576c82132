package dev.daybook.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderEvent;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.ReplyTo;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AggregateProcessorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final CreateOrder CREATE = new CreateOrder("ALFKI", "USD", null);
    private static final AddItem ADD = new AddItem("42", 2, new BigDecimal("9.80"), BigDecimal.ZERO);

    private static Orders orders;
    private static AggregateProcessor processor;

    @BeforeAll
    static void start() throws InterruptedException {
        orders = Orders.open();
        processor = started();
    }

    @AfterAll
    static void stop() {
        processor.close();
        orders.close();
    }

    @Test
    void takes_a_command_of_a_plain_producer_with_only_a_key_and_a_value() {
        orders.send("plain-1", CREATE);

        await().atMost(PATIENCE).until(() -> Orders.events("plain-").size() == 1);

        var event = Orders.committed(Orders.EVENTS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals("plain-1"))
                .findFirst()
                .orElseThrow();
        assertThat(orders.serdes().deserializer(OrderEvent.class).deserialize(Orders.EVENTS, event.value()))
                .isEqualTo(new OrderCreated("ALFKI", "USD", null));
        var headers = EventHeaders.read(event.headers());
        var command = Orders.committed(Orders.COMMANDS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals("plain-1"))
                .findFirst()
                .orElseThrow();
        assertThat(headers.id())
                .isEqualTo("%s-%d-%d:1".formatted(Orders.COMMANDS, command.partition(), command.offset()));
        assertThat(headers.time().toEpochMilli()).isEqualTo(command.timestamp());
        assertThat(event.timestamp()).isEqualTo(command.timestamp());
        assertThat(event.partition()).isEqualTo(command.partition());
    }

    @Test
    void answers_on_the_partition_where_the_sender_waits() {
        orders.send("reply-1", "reply-c1", CREATE, new ReplyTo(Orders.REPLIES, 2, "waiter", Ack.COMMITTED));
        orders.send("reply-2", "reply-c2", CREATE, new ReplyTo(Orders.REPLIES, 99, "nobody", Ack.COMMITTED));
        orders.send("reply-3", "reply-c3", CREATE, new ReplyTo(Orders.REPLIES, 3, null, Ack.COMMITTED));

        await().atMost(PATIENCE).until(() -> Orders.committed(Orders.REPLIES).size() == 2);

        assertThat(Orders.committed(Orders.REPLIES))
                .satisfiesExactlyInAnyOrder(
                        reply -> {
                            assertThat(reply.partition()).isEqualTo(2);
                            assertThat(reply.key()).isEqualTo("waiter".getBytes(UTF_8));
                            assertThat(orders.serdes()
                                            .deserializer(Outcome.class)
                                            .deserialize(Orders.REPLIES, reply.value()))
                                    .isInstanceOfSatisfying(
                                            CommandAccepted.class,
                                            accepted -> assertThat(accepted.commandId())
                                                    .isEqualTo("reply-c1"));
                        },
                        reply -> {
                            assertThat(reply.partition()).isEqualTo(3);
                            assertThat(reply.key()).isEqualTo("reply-c3".getBytes(UTF_8));
                        });
    }

    @Test
    void goes_on_where_it_stopped() throws InterruptedException {
        orders.send("restart-1", "restart-c1", CREATE);
        await().atMost(PATIENCE).until(() -> Orders.events("restart-").size() == 1);
        processor.close();

        orders.send("restart-1", "restart-c1", CREATE);
        orders.send("restart-1", "restart-c2", ADD);
        processor = started();

        await().atMost(PATIENCE).until(() -> Orders.events("restart-").size() == 2);
        assertThat(Orders.events("restart-"))
                .extracting(EventHeaders::id)
                .containsExactly("restart-c1:1", "restart-c2:1");
        assertThat(Orders.events("restart-")).extracting(EventHeaders::sequence).containsExactly(1L, 2L);
    }

    @Test
    void tells_its_health_and_counts() throws IOException, InterruptedException {
        assertThat(get("/health/ready")).startsWith("ready");
        assertThat(get("/health/live")).startsWith("live");
        orders.send("count-1", CREATE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/metrics"))
                        .contains("daybook_commands_total{", "outcome=\"accepted\"", "kafka_consumer"));
    }

    private static AggregateProcessor started() throws InterruptedException {
        var processor = AggregateProcessor.start(Orders.config());
        await().atMost(PATIENCE).until(processor::ready);
        assertThat(processor.whyNotReady()).isEmpty();
        return processor;
    }

    private static String get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + processor.adminPort() + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
