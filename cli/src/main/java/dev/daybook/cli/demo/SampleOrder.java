package dev.daybook.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of the sample data.
 *
 * @param shipper the name of the carrier, or null if the order was never shipped
 */
record SampleOrder(
        String id,
        String customerId,
        Address shipTo,
        List<Line> lines,
        @Nullable String shipper) {

    /** Where an order goes, by the names of the command's fields. */
    record Address(
            String name,
            String address,
            String city,
            @Nullable String region,
            @Nullable String postalCode,
            String country) {}

    /** A line of an order. */
    record Line(String productId, int quantity, BigDecimal unitPrice, BigDecimal discount) {

        BigDecimal amount() {
            return BigDecimal.valueOf(quantity).multiply(unitPrice).multiply(BigDecimal.ONE.subtract(discount));
        }
    }

    BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean shipped() {
        return shipper != null;
    }
}
