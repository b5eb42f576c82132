package dev.daybook.cli.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.cli.stack.Home;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that know Kafka and Avro, and nothing of Daybook. */
final class PlainClientsIT {
    private static final String COMMANDS = "orders.order.commands";
    private static final String EVENTS = "orders.order.events";

    private final String order = Http.newId();
    private final Set<String> billed = new HashSet<>();

    @Test
    void have_a_command_of_key_and_value_alone_processed() throws Exception {
        var sent = send(createOrder());

        var events = readCommitted(1);
        assertThat(events).hasSize(1);
        assertThat(header(events.getFirst(), "ce_type")).isEqualTo("dev.daybook.orders.OrderCreated");
        assertThat(header(events.getFirst(), "ce_id"))
                .isEqualTo(COMMANDS + "-" + sent.partition() + "-" + sent.offset() + ":1");
        assertThat(header(events.getFirst(), "ce_sequence")).isEqualTo("1");
        assertThat(events.getFirst().partition()).isEqualTo(sent.partition());
    }

    @Test
    void read_all_that_follows_from_commands_over_http() throws Exception {
        var created = Http.post("/v1/order/" + order + "/create-order", "{\"customerId\": \"ALFKI\"}");
        Http.post("/v1/order/" + order + "/cancel-order", "{\"reason\": \"changed my mind\"}");

        var events = readCommitted(2);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsExactly("dev.daybook.orders.OrderCreated", "dev.daybook.orders.OrderCancelled");
        assertThat(events)
                .extracting(event -> header(event, "ce_id"))
                .first()
                .isEqualTo(created.json().at("/events/0/id").asText());
    }

    @Test
    @Timeout(60)
    void read_what_others_are_told_with_the_settings_of_the_guide() throws Exception {
        Http.post("/v1/order/" + order + "/create-order", "{\"customerId\": \"ALFKI\"}");
        Http.post(
                "/v1/order/" + order + "/add-item", "{\"productId\": \"11\", \"quantity\": 1, \"unitPrice\": \"14\"}");
        Http.post("/v1/order/" + order + "/confirm-order", "{}");
        var settings = new Properties();
        settings.load(new StringReader(block(guide(), "```properties\n", "```")));
        assertThat(settings)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer");
        settings.put("bootstrap.servers", TestStack.running().bootstrapServers());
        settings.put("schema.registry.url", TestStack.running().registry().toString());
        settings.put("value.deserializer", AvroStandIn.class.getName());

        read(settings);

        assertThat(billed).contains(order);
    }

    @Test
    void are_what_the_guide_shows() throws Exception {
        var here = Files.readString(Home.folder().resolve("cli/src/test/java/dev/daybook/cli/it/PlainClientsIT.java"));

        assertThat(unindented(guide())).contains(unindented(block(here, "// docs: read\n", "// end")));
    }

    private void read(Properties settings) {
        // docs: read
        try (var consumer = new KafkaConsumer<String, GenericRecord>(settings)) {
            consumer.subscribe(List.of("public.orders"));
            while (running()) {
                for (var event : consumer.poll(Duration.ofSeconds(1))) {
                    switch (event.value().getSchema().getName()) {
                        case "OrderConfirmedV1" -> bill(event.key(), event.value());
                        default -> {} // There will be others.
                    }
                }
                consumer.commitSync();
            }
        }
        // end
    }

    private boolean running() {
        return !billed.contains(order);
    }

    private void bill(String orderId, GenericRecord confirmed) {
        assertThat(confirmed.get("orderId")).hasToString(orderId);
        billed.add(orderId);
    }

    private static String guide() throws IOException {
        return Files.readString(Home.folder().resolve("docs/messages.md"));
    }

    private static String block(String text, String begin, String end) {
        var from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private RecordMetadata send(byte[] value) throws Exception {
        var config =
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(COMMANDS, order, value)).get();
        }
    }

    /** The value as any Avro serializer for Confluent's wire format makes it. */
    private static byte[] createOrder() throws Exception {
        var registered = Http.send(
                        HttpRequest.newBuilder(URI.create(TestStack.running().registry() + "/subjects/" + COMMANDS
                                + "-dev.daybook.orders.CreateOrder/versions/latest")))
                .json();
        var schema = new Schema.Parser().parse(registered.path("schema").asText());
        var command = new GenericData.Record(schema);
        command.put("customerId", "ALFKI");
        command.put("currency", "EUR");
        return wireFormat(registered.path("id").asInt(), command);
    }

    private static byte[] wireFormat(int schemaId, GenericRecord datum) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var header = new DataOutputStream(bytes);
        header.writeByte(0);
        header.writeInt(schemaId);
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(datum.getSchema()).write(datum, encoder);
        return bytes.toByteArray();
    }

    /** The first events of the order, as a consumer reads them that was told to read committed records only. */
    private List<ConsumerRecord<String, byte[]>> readCommitted(int count) {
        var config = Map.<String, Object>of(
                "bootstrap.servers", TestStack.running().bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(EVENTS).stream()
                    .map(partition -> new TopicPartition(EVENTS, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var events = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (event.key().equals(order)) {
                        events.add(event);
                    }
                });
                return events.size() >= count;
            });
            return events;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
