package dev.daybook.orders.order;

import dev.daybook.orders.Order;
import java.math.BigDecimal;

/** Exact arithmetic with amounts of money: nothing is rounded. */
final class Amounts {
    /** The schemas' {@code decimal(38, 8)} has 30 digits before the point. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(30);

    private Amounts() {}

    /** A price has 4 decimals and so has a discount: their product has the 8 of an amount. */
    static BigDecimal ofLine(int quantity, BigDecimal unitPrice, BigDecimal discount) {
        return BigDecimal.valueOf(quantity).multiply(unitPrice).multiply(BigDecimal.ONE.subtract(discount));
    }

    static boolean fits(BigDecimal amount) {
        return amount.abs().compareTo(TOO_LARGE) < 0;
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    static String due(Order order) {
        return plain(order.total()) + " " + order.currency();
    }

    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
