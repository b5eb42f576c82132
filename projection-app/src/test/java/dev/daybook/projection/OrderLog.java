package dev.daybook.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.orders.OrderEvent;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/** One partition of the events of orders, as the write side leaves it, in memory. An event comes each second. */
public final class OrderLog {
    public static final String TOPIC = "orders.order.events";
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Serializer<OrderEvent> payloads;
    private final Map<String, Long> versions = new HashMap<>();
    private final List<Record<byte[], byte[]>> events = new ArrayList<>();
    private Duration shift = Duration.ZERO;

    public OrderLog(SchemaRegistry registry) {
        payloads = new RecordSerdes(registry).serializer(OrderEvent.class);
    }

    /** The time of the event at a position. */
    public static Instant time(long position) {
        return BEGIN.plus(Duration.ofSeconds(position));
    }

    /** The events that come next are of a time that is later by this; they may be earlier. */
    public OrderLog later(Duration by) {
        shift = shift.plus(by);
        return this;
    }

    /** Appends events of an order. */
    public OrderLog append(String orderId, OrderEvent... more) {
        for (var event : more) {
            append(orderId, event.getSchema().getFullName(), payloads.serialize(TOPIC, event));
        }
        return this;
    }

    /** Appends an event with any type and payload. */
    public OrderLog append(String orderId, String type, byte[] payload) {
        var position = events.size() + 1;
        var version = versions.merge(orderId, 1L, Long::sum);
        var time = time(position).plus(shift);
        var headers = new RecordHeaders();
        new EventHeaders(
                        "command-" + position + ":1",
                        type,
                        EventHeaders.source("orders", "order", orderId),
                        orderId,
                        time,
                        "order",
                        version,
                        position,
                        "correlation-" + position,
                        "command-" + position,
                        "alice",
                        null)
                .write(headers);
        events.add(new Record<>(orderId.getBytes(UTF_8), payload, time.toEpochMilli(), headers));
        return this;
    }

    /** All events so far. */
    public List<Record<byte[], byte[]>> events() {
        return List.copyOf(events);
    }

    /** The position of the last event. */
    public long position() {
        return events.size();
    }
}
