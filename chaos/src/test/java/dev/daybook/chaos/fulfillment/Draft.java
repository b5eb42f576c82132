package dev.daybook.chaos.fulfillment;

import dev.daybook.avro.AvroRecord;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.published.OrderIntegrationEvent;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Books that a test writes, event by event. */
final class Draft {
    static final Instant TIME = Instant.parse("2026-11-21T10:00:00Z");

    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final List<Entry<OrderEvent>> orders = new ArrayList<>();
    private final List<Entry<InventoryEvent>> stock = new ArrayList<>();
    private final List<Entry<ProcessEvent>> fulfillments = new ArrayList<>();
    private final List<String> outbox = new ArrayList<>();
    private final List<Entry<OrderIntegrationEvent>> published = new ArrayList<>();

    Draft order(String id, OrderEvent... events) {
        for (var event : events) {
            orders.add(entry("order", id, event));
        }
        return this;
    }

    Draft stock(String product, InventoryEvent... events) {
        for (var event : events) {
            stock.add(entry("inventory", product, event));
        }
        return this;
    }

    Draft told(String id, OrderIntegrationEvent... events) {
        for (var event : events) {
            published.add(entry("public", id, event));
        }
        return this;
    }

    /** A step of an instance whose commands, with these ids, are in the outbox. */
    Draft step(String id, ProcessStatus status, String... commands) {
        outbox.addAll(List.of(commands));
        return history(id, advanced(status, List.of(commands), List.of(), List.of()));
    }

    /** A step that sets the timer for the payment. */
    Draft setsTimer(String id, String command) {
        var planned = new PlannedCommand("payment", TIME.plus(Duration.ofDays(3)), sent(command));
        return history(id, advanced(ProcessStatus.RUNNING, List.of(), List.of(planned), List.of()));
    }

    Draft cancelsTimer(String id) {
        return history(id, advanced(ProcessStatus.RUNNING, List.of(), List.of(), List.of("payment")));
    }

    Draft fires(String id, String command) {
        outbox.add(command);
        return history(id, new TimerFired("payment", sent(command)));
    }

    Draft history(String id, ProcessEvent event) {
        fulfillments.add(entry("fulfillment", id, event));
        return this;
    }

    Draft inOutbox(String command) {
        outbox.add(command);
        return this;
    }

    /** Writes the last step once more, as it is. */
    Draft repeatsLastStep() {
        fulfillments.add(fulfillments.getLast());
        return this;
    }

    List<String> findings() {
        return Reconciliation.of(new Books(orders, stock, fulfillments, outbox, published));
    }

    static ProcessAdvanced advanced(
            ProcessStatus status, List<String> commands, List<PlannedCommand> timers, List<String> cancelled) {
        return new ProcessAdvanced(
                new Trigger("c:1", "dev.daybook.orders.OrderConfirmed", "order", "o-1"),
                status,
                commands.stream().map(Draft::sent).toList(),
                timers,
                cancelled,
                "{}");
    }

    private static SentCommand sent(String id) {
        return new SentCommand(id, "dev.daybook.orders.ReserveStock", "inventory", "jam");
    }

    private <M extends AvroRecord> Entry<M> entry(String aggregate, String id, M message) {
        var version = versions.merge(aggregate + "/" + id, 1L, Long::sum);
        var position = positions.merge(aggregate, 1L, Long::sum);
        var command = "c-" + aggregate + "-" + position;
        var headers = new RecordHeaders();
        new EventHeaders(
                        command + ":1",
                        message.getSchema().getFullName(),
                        EventHeaders.source("orders", aggregate, id),
                        id,
                        TIME,
                        aggregate,
                        version,
                        position,
                        command,
                        command,
                        null,
                        null)
                .write(headers);
        return new Entry<>(aggregate, 0, position - 1, id, headers, message);
    }
}
