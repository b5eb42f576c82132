package dev.daybook.processes.instruction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.View;
import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.http.HttpConfig;
import dev.daybook.http.HttpServer;
import dev.daybook.http.request.Principals;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.process.ProcessInstruction;
import dev.daybook.process.RetryProcess;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessRoutesIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Shipping context = new Shipping("c" + UUID.randomUUID());
    private final String inbox = context.name() + ".shipping.inbox";
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", EmbeddedStack.shared().bootstrapServers());
    private final RecordSerdes serdes = new RecordSerdes(new InMemorySchemaRegistry());
    private final Instructions instructions = new Instructions(kafka, serdes);
    private final Metrics metrics = new Metrics("test");
    private final HttpServer server = HttpServer.start(
            HttpConfig.onFreePort(),
            new Well(),
            metrics,
            routes -> ProcessRoutes.add(routes, List.of(context), instructions, new Principals(Optional.of("X-User"))));

    @AfterEach
    void close() {
        server.close();
        instructions.close();
        metrics.close();
    }

    @Test
    void tells_an_instance_to_go_on() throws Exception {
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(inbox, 1, (short) 1))).all().get();
        }

        var answer = retry("shipping", "a%2Fb");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"process\":\"shipping\",\"id\":\"a/b\"}");
        var told = told();
        assertThat(new String(told.key(), UTF_8)).isEqualTo("a/b");
        assertThat(serdes.deserializer(ProcessInstruction.class).deserialize(inbox, told.value()))
                .isEqualTo(new RetryProcess());
        var headers = CommandHeaders.read(told.headers());
        assertThat(headers.type()).isEqualTo("dev.daybook.process.RetryProcess");
        assertThat(headers.aggregateType()).isEqualTo("shipping");
        assertThat(headers.principal()).isEqualTo("ann");
        assertThat(headers.id()).isNotNull().isEqualTo(headers.correlationId());
    }

    @Test
    void knows_no_other_processes() throws Exception {
        var answer = retry("packing", "a");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("unknown-process", "\"known\":[\"shipping\"]");
    }

    @Test
    void takes_no_id_that_is_longer_than_a_key() throws Exception {
        var answer = retry("shipping", "x".repeat(513));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id-too-long", "513");
    }

    private HttpResponse<String> retry(String process, String id) throws Exception {
        var uri = URI.create("http://127.0.0.1:%d/v1/processes/%s/%s/retry".formatted(server.port(), process, id));
        return CLIENT.send(
                HttpRequest.newBuilder(uri)
                        .header("X-User", "ann")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private ConsumerRecord<byte[], byte[]> told() {
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(inbox, 0)));
            consumer.seekToBeginning(consumer.assignment());
            var told = consumer.poll(Duration.ofSeconds(10));
            assertThat(told.count()).isEqualTo(1);
            return told.iterator().next();
        }
    }

    /** A context with a process. */
    private record Shipping(String name) implements BoundedContext {
        @Override
        public List<Aggregate<?, ?, ?>> aggregates() {
            return List.of();
        }

        @Override
        public List<View<?, ?>> views() {
            return List.of();
        }

        @Override
        @SuppressWarnings("NullAway") // What an instance does has nothing to do with what it is told.
        public List<BusinessProcess<?, ?>> processes() {
            return List.of(new BusinessProcess<>("shipping", RetryProcess.class, null, List.of()));
        }
    }

    /** An app that is always well. */
    private record Well() implements App {
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
