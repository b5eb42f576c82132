package dev.daybook.chaos.workload;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CorrectTotal;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.RemoveItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The orders that all clients work on at once. Every second one is confirmed and paid, and its total is corrected to and fro: that
 * gives events or none. The others get and lose items: that gives one event or many, and refusals. Neither grows for
 * ever.
 *
 * @param ids the ids of the orders
 */
record Orders(List<String> ids) {
    /** Of it there is enough. */
    static final String PRODUCT = "tea";

    private static final BigDecimal PRICE = BigDecimal.TWO;
    private static final int MOST_REMOVED = 4;
    private static final int TOTALS = 3;

    static Orders of(int count) {
        return new Orders(IntStream.range(0, count)
                .mapToObj(number -> (number % 2 == 0 ? "basket-" : "invoice-") + number)
                .toList());
    }

    String any(Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** The commands that make an order ready to be worked on. */
    static List<OrderCommand> begin(String orderId) {
        var create = new CreateOrder("ALFKI", "USD", null);
        return isConfirmed(orderId)
                ? List.of(create, item(), new ConfirmOrder(), new RecordPayment("card", PRICE))
                : List.of(create);
    }

    /** Something that can be asked of an order. */
    static OrderCommand command(String orderId, Random random) {
        if (isConfirmed(orderId)) {
            return new CorrectTotal(BigDecimal.valueOf(1 + random.nextInt(TOTALS)), "chaos");
        }
        return random.nextInt(10) < 7 ? item() : new RemoveItem(PRODUCT, 1 + random.nextInt(MOST_REMOVED));
    }

    /** Something that {@link #command} never asks. */
    static OrderCommand odd(String orderId) {
        return isConfirmed(orderId)
                ? new CorrectTotal(BigDecimal.valueOf(TOTALS + 1), "chaos")
                : new RemoveItem(PRODUCT, MOST_REMOVED + 1);
    }

    private static AddItem item() {
        return new AddItem(PRODUCT, 1, PRICE, BigDecimal.ZERO);
    }

    private static boolean isConfirmed(String orderId) {
        return orderId.startsWith("invoice");
    }
}
