package dev.daybook.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EmbeddedStackIT {
    @Test
    void serves_topics_and_schemas() throws Exception {
        var stack = EmbeddedStack.shared();

        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("a-topic", 2, (short) 1)))
                    .all()
                    .get();
            assertThat(admin.listTopics().names().get()).contains("a-topic");
        }
        var registry = new Schemas(stack.registryUrl());
        assertThat(registry.schema(registry.register("a-subject", "Name"))).contains("Name");
    }

    @Test
    void shows_what_is_committed_and_then_what_more_is() throws Exception {
        var stack = EmbeddedStack.shared();
        var config = Map.<String, Object>of(
                "bootstrap.servers", stack.bootstrapServers(), "transactional.id", "writer", "max.block.ms", "20000");
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
                var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic("committed", 2, (short) 1)))
                    .all()
                    .get();
            producer.initTransactions();

            write(producer, "first");
            producer.commitTransaction();
            awaitCommitted(stack, "first");
            write(producer, "lost");
            producer.abortTransaction();
            write(producer, "second");
            producer.commitTransaction();
            awaitCommitted(stack, "first", "second");
        }
    }

    private static void write(KafkaProducer<byte[], byte[]> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("committed", value.getBytes(UTF_8))).get();
    }

    /** A commit returns before its markers are in the log. */
    private static void awaitCommitted(EmbeddedStack stack, String... values) {
        await().untilAsserted(() -> assertThat(committed(stack)).containsExactly(values));
    }

    private static List<String> committed(EmbeddedStack stack) {
        return stack.committed("committed").stream()
                .map(message -> new String(message.value(), UTF_8))
                .sorted()
                .toList();
    }

    @Test
    void is_the_same_for_all_who_ask() {
        assertThat(EmbeddedStack.shared()).isSameAs(EmbeddedStack.shared());
    }
}
