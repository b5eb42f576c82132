package dev.daybook.chaos.workload;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.ShipOrder;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The orders that a client places one after another, for products that are scarce. It handles them as a customer and a shop
 * might, not always in a sensible way: some are never paid, some cancelled, some shipped too early or not at all.
 */
final class Purchases {
    /** The products, of which there is not enough for everybody. */
    static final List<String> PRODUCTS = List.of("jam", "oil", "rye");

    private static final int MOST_OF_A_PRODUCT = 3;

    private final String client;
    private final Random random;
    private final Deque<Task> steps = new ArrayDeque<>();
    private int placed;
    private int sent;

    Purchases(String client, Random random) {
        this.client = client;
        this.random = random;
    }

    /** The next command to one of these orders. */
    Task next() {
        if (steps.isEmpty()) {
            place(client + "-order-" + placed++);
        }
        return steps.remove();
    }

    private void place(String id) {
        add(id, new CreateOrder("ALFKI", "USD", null));
        var total = addItems(id);
        add(id, new ConfirmOrder());
        if (random.nextInt(4) > 0) {
            add(id, new RecordPayment("card", BigDecimal.valueOf(total)));
        }
        if (random.nextInt(6) == 0) {
            add(id, new CancelOrder("changed my mind"));
        }
        if (random.nextInt(2) == 0) {
            add(id, new ShipOrder("ups", "of-" + id));
        }
    }

    /** Says what they cost. */
    private int addItems(String id) {
        var products = new ArrayList<>(PRODUCTS);
        Collections.shuffle(products, random);
        var total = 0;
        for (var product : products.subList(0, 1 + random.nextInt(products.size()))) {
            var quantity = 1 + random.nextInt(MOST_OF_A_PRODUCT);
            add(id, new AddItem(product, quantity, BigDecimal.ONE, BigDecimal.ZERO));
            total += quantity;
        }
        return total;
    }

    private void add(String id, OrderCommand command) {
        steps.add(new Task(id, client + "-step-" + sent++, command, null));
    }
}
