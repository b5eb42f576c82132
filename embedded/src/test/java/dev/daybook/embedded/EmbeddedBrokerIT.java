package dev.daybook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final TopicPartition TOPIC = new TopicPartition("a-topic", 0);

    @TempDir
    Path dataDir;

    @Test
    void keeps_records_over_a_restart() throws Exception {
        var first = EmbeddedBroker.start(dataDir, 0, Map.of());
        try (first) {
            append(first.bootstrapServers(), 100);
            assertThat(first.alive()).isTrue();
        }
        assertThat(first.alive()).isFalse();
        try (var broker = EmbeddedBroker.start(dataDir, 0, Map.of())) {
            assertThat(read(broker.bootstrapServers(), 100)).hasSize(100).endsWith("99");
        }
    }

    @Test
    void keeps_records_over_a_kill() throws Exception {
        var owner = Owner.start("broker", dataDir);
        append(Owner.reach(owner), 100);
        owner.destroyForcibly().waitFor();

        try (var broker = EmbeddedBroker.start(dataDir, 0, Map.of())) {
            assertThat(read(broker.bootstrapServers(), 100)).hasSize(100).endsWith("99");
        }
    }

    @Test
    void runs_the_newer_transaction_protocol() throws Exception {
        try (var broker = EmbeddedBroker.start(dataDir, 0, Map.of());
                var admin = admin(broker.bootstrapServers())) {
            var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();

            assertThat(features)
                    .extractingByKey("transaction.version")
                    .returns((short) 2, FinalizedVersionRange::maxVersionLevel);
        }
    }

    @Test
    void takes_settings_of_kafka_over_its_own() throws Exception {
        try (var broker = EmbeddedBroker.start(dataDir, 0, Map.of("auto.create.topics.enable", "true"))) {
            try (var producer = producer(broker.bootstrapServers())) {
                producer.send(new ProducerRecord<>("made-up", "a value")).get();
            }
            assertThat(broker.alive()).isTrue();
        }
    }

    @Test
    void refuses_a_folder_that_another_broker_uses() throws Exception {
        try (var broker = EmbeddedBroker.start(dataDir, 0, Map.of())) {
            assertThatExceptionOfType(EmbeddedException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(dataDir, 0, Map.of()))
                    .withMessageContaining(dataDir.toString());

            assertThat(broker.alive()).isTrue();
            append(broker.bootstrapServers(), 1);
        }
    }

    @Test
    void names_the_port_that_is_taken() throws Exception {
        try (var taken = Loopback.listen("test", 0)) {
            var port = Loopback.port(taken);

            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(dataDir, port, Map.of()))
                    .withMessageContaining("Port " + port)
                    .returns("broker", PortTakenException::server)
                    .returns(port, PortTakenException::port);
        }
    }

    private static void append(String bootstrapServers, int records) throws Exception {
        try (var admin = admin(bootstrapServers)) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = producer(bootstrapServers)) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(TOPIC.topic(), Integer.toString(i)))
                        .get();
            }
        }
    }

    private static List<String> read(String bootstrapServers, int atLeast) {
        var config = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            var values = new ArrayList<String>();
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < atLeast && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static KafkaProducer<String, String> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
