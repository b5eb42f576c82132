package dev.daybook.chaos.fulfillment;

import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The instances of the fulfillment, compared with the orders that they are for. */
record Instances(OrderBook orders) {

    void check(List<Entry<ProcessEvent>> history, Consumer<String> findings) {
        var statuses = statuses(history, findings);
        statuses.forEach((id, status) -> {
            if (status != ProcessStatus.COMPLETED
                    && !(status == ProcessStatus.RUNNING && orders.waitsForShipment(id))) {
                findings.accept("Expected the fulfillment of %s to have ended, but it is %s, and the order is %s"
                        .formatted(id, status, orders.orders().get(id)));
            }
        });
        orders.orders().forEach((id, order) -> {
            if (order.confirmedAt() != null && !statuses.containsKey(id)) {
                findings.accept("Expected a fulfillment of " + id + ", which was confirmed, but there is none");
            }
        });
    }

    /** Where each stands in the end. */
    private static Map<String, ProcessStatus> statuses(List<Entry<ProcessEvent>> history, Consumer<String> findings) {
        var statuses = new HashMap<String, ProcessStatus>();
        var versions = new HashMap<String, Long>();
        var positions = new HashMap<Integer, Long>();
        for (var step : history) {
            var headers = step.event();
            count(step, "version", headers.sequence(), versions.merge(step.key(), 1L, Long::sum), findings);
            count(step, "position", headers.position(), positions.merge(step.partition(), 1L, Long::sum), findings);
            if (step.message() instanceof ProcessAdvanced advanced) {
                statuses.put(step.key(), advanced.status());
            }
            if (step.message() instanceof ProcessFailed failed) {
                statuses.put(step.key(), ProcessStatus.FAILED);
                findings.accept(step.place() + ": the fulfillment of " + step.key() + " failed: " + failed.reason());
            }
        }
        return statuses;
    }

    private static void count(Entry<?> step, String what, long found, long expected, Consumer<String> findings) {
        if (found != expected) {
            findings.accept("%s: expected %s %d of the fulfillment of %s, but found %d"
                    .formatted(step.place(), what, expected, step.key(), found));
        }
    }
}
