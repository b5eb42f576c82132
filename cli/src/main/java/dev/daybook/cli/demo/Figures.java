package dev.daybook.cli.demo;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Queries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the sample orders add up to.
 *
 * @param byStatus the number of orders by their status
 * @param total the sum of their totals
 * @param events the number of events that the sample's commands made
 */
record Figures(Map<String, Integer> byStatus, BigDecimal total, long events) {

    Figures {
        byStatus = new TreeMap<>(byStatus);
        total = total.setScale(8, RoundingMode.UNNECESSARY).stripTrailingZeros();
    }

    int orders() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    BigDecimal roundedTotal() {
        return total.setScale(2, RoundingMode.HALF_UP);
    }

    /** What the data says, without any of Daybook. */
    static Figures expected(List<SampleOrder> orders) {
        return new Figures(
                orders.stream()
                        .collect(toMap(order -> order.shipped() ? "SHIPPED" : "CONFIRMED", order -> 1, Integer::sum)),
                orders.stream().map(SampleOrder::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                orders.stream()
                        .mapToLong(order -> SampleCommand.of(order).size())
                        .sum());
    }

    /** What the read side says of these orders, and the log itself. */
    static Figures found(Queries queries, Set<String> orderIds, LogCount log) {
        var rows = new Rows(orderIds);
        queries.eachRow("order-summary", rows::add);
        return new Figures(rows.byStatus, rows.total, log.ofCommands());
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

    private static final class Rows {
        private final Set<String> orderIds;
        private final Map<String, Integer> byStatus = new TreeMap<>();
        private BigDecimal total = BigDecimal.ZERO;

        Rows(Set<String> orderIds) {
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
