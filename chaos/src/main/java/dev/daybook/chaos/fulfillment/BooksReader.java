package dev.daybook.chaos.fulfillment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.avro.AvroRecord;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.context.OrdersContext;
import dev.daybook.orders.fulfillment.FulfillmentProcess;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.orders.published.OrderIntegrationEvent;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.process.ProcessEvent;
import dev.daybook.testkit.audit.WholeTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.IsolationLevel;

/** Reads the books from Kafka, as any consumer could. */
public final class BooksReader {
    /** A transaction that lost its producer is aborted sooner. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final ContextTopics TOPICS = new ContextTopics(new OrdersContext().name());

    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;

    /**
     * A reader.
     *
     * @param kafka how Kafka is reached
     */
    public BooksReader(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = Map.copyOf(kafka);
        this.serdes = serdes;
    }

    /** Reads everything that is there now. */
    public Books read() {
        return new Books(
                messages(TOPICS.events(OrderDecider.ORDER.type()), OrderEvent.class),
                messages(TOPICS.events(InventoryDecider.INVENTORY.type()), InventoryEvent.class),
                messages(TOPICS.events(FulfillmentProcess.FULFILLMENT.name()), ProcessEvent.class),
                outbox(),
                messages(TOPICS.published(), OrderIntegrationEvent.class));
    }

    private <M extends AvroRecord> List<Entry<M>> messages(String topic, Class<M> vocabulary) {
        var deserializer = serdes.deserializer(vocabulary);
        var entries = new ArrayList<Entry<M>>();
        topic(topic)
                .read(
                        IsolationLevel.READ_COMMITTED,
                        message -> entries.add(new Entry<>(
                                topic,
                                message.partition(),
                                message.offset(),
                                new String(message.key(), UTF_8),
                                message.headers(),
                                deserializer.deserialize(topic, message.value()))));
        return entries;
    }

    private List<String> outbox() {
        var ids = new ArrayList<String>();
        topic(TOPICS.outbox())
                .read(
                        IsolationLevel.READ_COMMITTED,
                        message -> ids.add(Objects.requireNonNull(
                                CommandHeaders.read(message.headers()).id())));
        return ids;
    }

    private WholeTopic topic(String name) {
        return new WholeTopic(kafka, name, PATIENCE);
    }
}
