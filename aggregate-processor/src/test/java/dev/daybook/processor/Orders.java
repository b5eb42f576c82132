package dev.daybook.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.BoundedContext;
import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.context.OrdersContext;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The context {@code orders} on a real broker and a real registry, with clients that know nothing of the processor. */
final class Orders implements AutoCloseable {
    static final String COMMANDS = "orders.order.commands";
    static final String EVENTS = "orders.order.events";
    static final String REPLIES = "orders.replies";

    private static final EmbeddedStack STACK = EmbeddedStack.shared();
    private static final Path STATE = stateFolder();

    private final RecordSerdes serdes =
            new RecordSerdes(new HttpSchemaRegistry(RegistryConfig.of(STACK.registryUrl())));
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final KafkaProducer<byte[], byte[]> producer;

    private Orders(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static Orders open() throws InterruptedException {
        var contexts = List.<BoundedContext>of(new OrdersContext());
        try (var admin = Admin.create(clients())) {
            var topics = TopicFile.read(Path.of("..", "infra", "topics.yaml")).topics("local", contexts);
            TopicPlan.of(topics, admin).apply(admin);
        }
        return new Orders(new KafkaProducer<>(clients(), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    RecordSerdes serdes() {
        return serdes;
    }

    /** What a processor here is configured with. */
    static Map<String, String> settings() {
        return Map.of(
                "kafka.bootstrap.servers", STACK.bootstrapServers(),
                "registry.url", STACK.registryUrl().toString(),
                "processor.state.dir", STATE.toString(),
                "processor.store.memory", "16",
                "admin.port", "0");
    }

    static ProcessorConfig config() {
        return ProcessorConfig.from(Settings.of(ProcessorConfig.settings(), settings()));
    }

    /** Sends a command as a plain producer does: a key and a value. */
    void send(String orderId, OrderCommand command) {
        send(orderId, command, new RecordHeaders());
    }

    /** Sends a command with an id. */
    void send(String orderId, String commandId, OrderCommand command) {
        send(orderId, commandId, command, null);
    }

    /** Sends a command with an id, and waits for its outcome somewhere. */
    void send(String orderId, String commandId, OrderCommand command, @Nullable ReplyTo replyTo) {
        var headers = new RecordHeaders();
        new CommandHeaders(commandId, null, null, null, null, null, null, null, null, replyTo)
                .write(headers, "/test", orderId);
        send(orderId, command, headers);
    }

    private void send(String orderId, OrderCommand command, RecordHeaders headers) {
        var value = serdes.serializer(OrderCommand.class).serialize(COMMANDS, command);
        sent.add(producer.send(new ProducerRecord<>(COMMANDS, null, null, orderId.getBytes(UTF_8), value, headers)));
    }

    /** All that is committed on a topic, those messages of a partition in their order. */
    static List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        return STACK.committed(topic);
    }

    /** The events of orders whose id begins so, as they were committed. */
    static List<EventHeaders> events(String idPrefix) {
        return committed(EVENTS).stream()
                .map(event -> EventHeaders.read(event.headers()))
                .filter(event -> event.subject().startsWith(idPrefix))
                .toList();
    }

    private static Map<String, Object> clients() {
        return Map.of("bootstrap.servers", STACK.bootstrapServers());
    }

    /** One for all tests: an instance that starts again keeps its name, and is not waited for as if it were another. */
    private static Path stateFolder() {
        try {
            return Files.createTempDirectory("processor-state-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        assertThat(sent).allSatisfy(future -> assertThat(future).succeedsWithin(Duration.ZERO));
    }
}
