package dev.daybook.cli.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of each product orders need.
 *
 * @param quantities by product
 */
record Demand(Map<String, Long> quantities) {

    static Demand of(List<SampleOrder> orders) {
        var quantities = new HashMap<String, Long>();
        for (var order : orders) {
            order.lines().forEach(line -> quantities.merge(line.productId(), (long) line.quantity(), Long::sum));
        }
        return new Demand(quantities);
    }

    long of(SampleProduct product) {
        return quantities.getOrDefault(product.id(), 0L);
    }
}
