package dev.daybook.benchmarks.codec;

import dev.daybook.orders.ItemAdded;
import java.math.BigDecimal;

/** The event that is written and read: a line of an order as there are thousands in the sample orders. */
final class Sample {
    static final String PRODUCT_ID = "42";
    static final int QUANTITY = 10;
    static final BigDecimal UNIT_PRICE = new BigDecimal("9.8000");
    static final BigDecimal DISCOUNT = new BigDecimal("0.1500");
    static final BigDecimal AMOUNT = new BigDecimal("83.30000000");

    private Sample() {}

    static ItemAdded event() {
        return new ItemAdded(PRODUCT_ID, QUANTITY, UNIT_PRICE, DISCOUNT, AMOUNT);
    }

    static byte[] bytes() {
        return ItemAdded.CODEC.encode(event());
    }
}
