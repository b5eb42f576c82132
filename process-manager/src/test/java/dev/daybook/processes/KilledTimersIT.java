package dev.daybook.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.avro.AvroRecord;
import dev.daybook.embedded.ChildJvm;
import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.embedded.JvmCommand;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.ReceiveStock;
import dev.daybook.orders.StockReleased;
import dev.daybook.orders.context.OrdersContext;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.TimerFired;
import dev.daybook.processor.AggregateProcessor;
import dev.daybook.processor.ProcessorConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that nobody pays, and a process manager that is killed while their timers wait, and while they fire. */
class KilledTimersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ORDERS = 60;
    private static final String PRODUCT = "tea";
    private static final EmbeddedStack STACK = EmbeddedStack.shared();
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", STACK.bootstrapServers());

    @TempDir
    private Path folder;

    private @Nullable ChildJvm processes;

    @AfterEach
    void kill() {
        if (processes != null) {
            processes.kill();
        }
    }

    @Test
    void a_timer_survives_every_kill_and_fires_once() throws Exception {
        try (var admin = Admin.create(KAFKA)) {
            var topics =
                    TopicFile.read(Path.of("..", "infra", "topics.yaml")).topics("local", List.of(new OrdersContext()));
            TopicPlan.of(topics, admin).apply(admin);
        }
        try (var _ = AggregateProcessor.start(processor())) {
            processes = start("0s");
            confirmOrders();
            await().atMost(PATIENCE).until(() -> count("orders.order.events", OrderReadyToShip.class) == ORDERS);
            kill();
            assertThat(count("orders.fulfillment.events", TimerFired.class)).isZero();

            processes = start("3d");
            await().atMost(PATIENCE).until(() -> count("orders.fulfillment.events", TimerFired.class) > 0);
            kill();

            processes = start("3d");
            await().atMost(PATIENCE).until(() -> count("orders.inventory.events", StockReleased.class) == ORDERS);
        }

        assertThat(keys("orders.fulfillment.events", TimerFired.class))
                .doesNotHaveDuplicates()
                .hasSize(ORDERS);
        assertThat(keys("orders.order.events", OrderCancelled.class))
                .doesNotHaveDuplicates()
                .hasSize(ORDERS);
        assertThat(count("orders.fulfillment.events", ProcessAdvanced.class)).isGreaterThan(3 * ORDERS);
    }

    private static void confirmOrders() throws InterruptedException {
        try (var registry = new HttpSchemaRegistry(RegistryConfig.of(STACK.registryUrl()));
                var producer = new KafkaProducer<>(KAFKA, new ByteArraySerializer(), new ByteArraySerializer())) {
            var shop = new Shop(new RecordSerdes(registry), producer);
            shop.send("inventory", PRODUCT, InventoryCommand.class, new ReceiveStock(ORDERS));
            for (var order = 0; order < ORDERS; order++) {
                var id = "unpaid-" + order;
                shop.send("order", id, OrderCommand.class, new CreateOrder("ann", "USD", null));
                shop.send("order", id, OrderCommand.class, new AddItem(PRODUCT, 1, BigDecimal.ONE, BigDecimal.ZERO));
                shop.send("order", id, OrderCommand.class, new ConfirmOrder());
            }
        }
    }

    private record Shop(RecordSerdes serdes, KafkaProducer<byte[], byte[]> producer) {
        <C extends AvroRecord> void send(String aggregate, String id, Class<C> vocabulary, C command) {
            var topic = "orders." + aggregate + ".commands";
            var value = serdes.serializer(vocabulary).serialize(topic, command);
            var _ = producer.send(new ProducerRecord<>(topic, id.getBytes(UTF_8), value));
        }
    }

    private static int count(String topic, Class<? extends AvroRecord> type) {
        return keys(topic, type).size();
    }

    /** The keys of all committed messages of a type. */
    private static List<String> keys(String topic, Class<? extends AvroRecord> type) {
        return STACK.committed(topic).stream()
                .filter(message -> type.getName()
                        .equals(new String(
                                message.headers().lastHeader(HeaderNames.TYPE).value(), UTF_8)))
                .map(message -> new String(message.key(), UTF_8))
                .toList();
    }

    private ProcessorConfig processor() {
        return ProcessorConfig.from(Settings.of(
                ProcessorConfig.settings(),
                Map.of(
                        "kafka.bootstrap.servers", STACK.bootstrapServers(),
                        "registry.url", STACK.registryUrl().toString(),
                        "processor.state.dir", folder.resolve("processor").toString(),
                        "admin.port", "0")));
    }

    /** A process manager whose timers run so far ahead. */
    private ChildJvm start(String ahead) {
        var command = JvmCommand.small("processes", Main.class.getName())
                .withSettings(Map.of(
                        "kafka.bootstrap.servers", STACK.bootstrapServers(),
                        "registry.url", STACK.registryUrl().toString(),
                        "state.dir", folder.resolve("processes").toString(),
                        "timers.ahead", ahead,
                        "http.port", "0"));
        return ChildJvm.start(command, folder);
    }
}
