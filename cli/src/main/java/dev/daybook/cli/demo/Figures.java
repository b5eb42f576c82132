package dev.daybook.cli.demo;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Queries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the sample adds up to.
 *
 * @param byStatus the number of orders by their status
 * @param total the sum of their totals
 * @param events the number of events of orders that the sample's commands made
 * @param fulfilled the number of events of orders that the commands of their fulfillment made
 * @param stock the stock by product
 * @param processes the number of fulfillments by their status
 * @param failed the orders whose fulfillments have failed, by their ids
 */
record Figures(
        Map<String, Integer> byStatus,
        BigDecimal total,
        long events,
        long fulfilled,
        Map<String, Level> stock,
        Map<String, Integer> processes,
        SortedSet<String> failed) {

    Figures {
        byStatus = new TreeMap<>(byStatus);
        total = total.setScale(8, RoundingMode.UNNECESSARY).stripTrailingZeros();
        stock = new TreeMap<>(stock);
        processes = new TreeMap<>(processes);
        failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
    }

    int orders() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    BigDecimal roundedTotal() {
        return total.setScale(2, RoundingMode.HALF_UP);
    }

    /** The stock of all products. */
    Level allStock() {
        return stock.values().stream().reduce(Level.NONE, Level::plus);
    }

    /** Whether they are the same but for the stock. */
    boolean equalsButForStock(Figures other) {
        return withStock(Map.of()).equals(other.withStock(Map.of()));
    }

    private Figures withStock(Map<String, Level> stock) {
        return new Figures(byStatus, total, events, fulfilled, stock, processes, failed);
    }

    /** What the data says, without any of Daybook. */
    static Figures expected(List<SampleProduct> products, List<SampleOrder> orders) {
        var open = Demand.of(orders.stream().filter(order -> !order.shipped()).toList());
        return new Figures(
                orders.stream()
                        .collect(toMap(
                                order -> order.shipped() ? "SHIPPED" : "READY_TO_SHIP", order -> 1, Integer::sum)),
                orders.stream().map(SampleOrder::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                orders.stream().mapToLong(Figures::commands).sum(),
                orders.size(),
                products.stream().collect(toMap(SampleProduct::id, product -> left(product, open.of(product)))),
                orders.stream()
                        .collect(toMap(order -> order.shipped() ? "COMPLETED" : "RUNNING", order -> 1, Integer::sum)),
                new TreeSet<>());
    }

    private static long commands(SampleOrder order) {
        return SampleCommand.place(order).size() + (order.shipped() ? 1L : 0L);
    }

    private static Level left(SampleProduct product, long reserved) {
        return new Level(product.unitsInStock() + reserved, reserved, product.unitsInStock());
    }

    /** What the read side says of these orders and products, and the log itself. */
    static Figures found(Queries queries, Set<String> orderIds, Set<String> productIds, LogCount log) {
        var orders = new Orders(orderIds);
        queries.eachRow("order-summary", orders::add);
        var stock = new TreeMap<String, Level>();
        queries.eachRow("inventory", row -> stock.put(row.path("productId").asText(), Level.of(row)));
        stock.keySet().retainAll(productIds);
        var processes = new TreeMap<String, Integer>();
        var failed = new TreeSet<String>();
        queries.eachRow("fulfillment-process", row -> {
            if (orderIds.contains(row.path("id").asText())) {
                processes.merge(row.path("status").asText(), 1, Integer::sum);
                if (row.path("status").asText().equals("FAILED")) {
                    failed.add(row.path("id").asText());
                }
            }
        });
        return new Figures(
                orders.byStatus, orders.total, log.ofCommands(), log.ofFulfillment(), stock, processes, failed);
    }

    /** How many orders have each status, the sample's and all others, by the view that counts them. */
    static Map<String, Integer> statuses(Queries queries) {
        var statuses = new TreeMap<String, Integer>();
        queries.eachRow(
                "order-status",
                row -> statuses.put(
                        row.path("status").asText(), row.path("orders").asInt()));
        statuses.values().removeIf(orders -> orders == 0);
        return statuses;
    }

    private static final class Orders {
        private final Set<String> orderIds;
        private final Map<String, Integer> byStatus = new TreeMap<>();
        private BigDecimal total = BigDecimal.ZERO;

        Orders(Set<String> orderIds) {
            this.orderIds = orderIds;
        }

        void add(JsonNode row) {
            if (orderIds.contains(row.path("orderId").asText())) {
                byStatus.merge(row.path("status").asText(), 1, Integer::sum);
                total = total.add(new BigDecimal(row.path("total").asText()));
            }
        }
    }
}
