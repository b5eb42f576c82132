package dev.daybook.cli.demo;

import dev.daybook.cli.client.Queries;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The wait for orders until fulfillment has reserved what they need. Thread-safe. */
final class ReadyOrders {
    /** All orders come at once: the last one is ready when all are. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Set<String> NOT_YET = Set.of("CREATED", "CONFIRMED");

    private final Queries queries;

    ReadyOrders(Queries queries) {
        this.queries = queries;
    }

    /** Waits until an order is ready or further; fails if it is not for minutes. */
    void await(String orderId) throws InterruptedException {
        var attempts = new Attempts("the shipment of order " + orderId, PATIENCE);
        while (!isReady(orderId)) {
            attempts.pause(Duration.ZERO, "it is not ready to ship");
        }
    }

    private boolean isReady(String orderId) throws InterruptedException {
        var row = Attempts.patiently(
                "the row of order " + orderId, () -> queries.row("order-summary", orderId, Map.of(), Map.of()));
        return row.status() == 200
                && !NOT_YET.contains(row.json().path("status").asText());
    }
}
