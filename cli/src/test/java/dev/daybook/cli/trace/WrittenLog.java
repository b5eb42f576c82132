package dev.daybook.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.cli.log.LogReader.Action;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.TimerFired;
import dev.daybook.streams.deadletter.DeadLetterHeaders;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A log written by hand, a record each second; its payloads are numbers, which it deserializes to the steps of processes. */
final class WrittenLog implements Deserializer<ProcessEvent> {
    static final Map<String, Topics.Content> TOPICS = Map.of(
            "orders.order.commands", new Topics.Content(Topics.Kind.COMMANDS, "order"),
            "orders.inventory.commands", new Topics.Content(Topics.Kind.COMMANDS, "inventory"),
            "orders.order.events", new Topics.Content(Topics.Kind.EVENTS, "order"),
            "orders.inventory.events", new Topics.Content(Topics.Kind.EVENTS, "inventory"),
            "orders.fulfillment.events", new Topics.Content(Topics.Kind.STEPS, "fulfillment"),
            "orders.dead-letters", new Topics.Content(Topics.Kind.DEAD_LETTERS, "orders"));

    final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<ProcessEvent> steps = new ArrayList<>();

    WrittenLog command(String correlationId, Ref ref, @Nullable String causationId) {
        var headers = new RecordHeaders();
        new CommandHeaders(
                        ref.id(),
                        "dev.daybook.orders.ConfirmOrder",
                        ref.owner(),
                        now(),
                        null,
                        correlationId,
                        causationId,
                        null,
                        null,
                        null)
                .write(headers, "/test", ref.ownerId());
        return append("orders." + ref.owner() + ".commands", ref.ownerId(), headers, new byte[0]);
    }

    WrittenLog event(String correlationId, Ref ref, long version, String commandId) {
        return append(
                "orders." + ref.owner() + ".events",
                ref.ownerId(),
                headers(correlationId, ref, version, "dev.daybook.orders.OrderConfirmed", commandId),
                new byte[0]);
    }

    WrittenLog step(String correlationId, String instanceId, long version, ProcessEvent event) {
        steps.add(event);
        return append(
                "orders.fulfillment.events",
                instanceId,
                headers(
                        correlationId,
                        new Ref("fulfillment", instanceId, "fulfillment:" + instanceId + "@" + version),
                        version,
                        event.getSchema().getFullName(),
                        causationId(event)),
                ByteBuffer.allocate(4).putInt(steps.size() - 1).array());
    }

    /** The dead letter of a record, which is too long to say what it was. */
    WrittenLog bareDeadLetter(String topic, long offset) {
        var headers = new RecordHeaders();
        headers.add(DeadLetterHeaders.REASON, "too-large".getBytes(UTF_8))
                .add(DeadLetterHeaders.MESSAGE, "It is too large".getBytes(UTF_8))
                .add(DeadLetterHeaders.TOPIC, topic.getBytes(UTF_8))
                .add(DeadLetterHeaders.PARTITION, "0".getBytes(UTF_8))
                .add(DeadLetterHeaders.OFFSET, String.valueOf(offset).getBytes(UTF_8))
                .add(DeadLetterHeaders.OMITTED, "1000000".getBytes(UTF_8));
        return append("orders.dead-letters", "", headers, new byte[0]);
    }

    /** What happens to an instance while it has failed follows, by its headers, from what it failed at. */
    private static String causationId(ProcessEvent event) {
        return switch (event) {
            case ProcessAdvanced advanced -> advanced.trigger().id();
            case ProcessFailed failed -> failed.trigger().id();
            case TimerFired _ -> "c-9:1";
            case InputHeld _, ProcessRetried _ -> "elsewhere";
        };
    }

    private static Headers headers(String correlationId, Ref ref, long version, String type, String causationId) {
        var headers = new RecordHeaders();
        new EventHeaders(
                        ref.id(),
                        type,
                        "/source",
                        ref.ownerId(),
                        time(0),
                        ref.owner(),
                        version,
                        version,
                        correlationId,
                        causationId,
                        null,
                        null)
                .write(headers);
        return headers;
    }

    private WrittenLog append(String topic, String key, Headers headers, byte[] value) {
        records.add(new ConsumerRecord<>(
                topic,
                0,
                records.size(),
                now().toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key.getBytes(UTF_8),
                value,
                headers,
                Optional.empty()));
        return this;
    }

    private Instant now() {
        return time(records.size());
    }

    /** When a record was appended. */
    static Instant time(int record) {
        return Stories.time(record);
    }

    void read(@Nullable Instant since, Action action) {
        for (var found : records) {
            if ((since == null || found.timestamp() >= since.toEpochMilli()) && !action.take(found)) {
                return;
            }
        }
    }

    @Override
    public ProcessEvent deserialize(String topic, byte[] value) {
        return steps.get(ByteBuffer.wrap(value).getInt());
    }
}
