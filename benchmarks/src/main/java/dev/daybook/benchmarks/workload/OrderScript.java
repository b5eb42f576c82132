package dev.daybook.benchmarks.workload;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.ShipTo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The commands to one order, from its creation to its payment: each is accepted and makes one event. */
public final class OrderScript {
    private static final int FEWEST_ITEMS = 2;
    private static final int MOST_ITEMS = 4;

    private OrderScript() {}

    /** The commands to the next order. */
    public static List<OrderCommand> commands(RandomGenerator random) {
        var commands = new ArrayList<OrderCommand>();
        commands.add(create(random));
        var total = BigDecimal.ZERO;
        for (int left = random.nextInt(FEWEST_ITEMS, MOST_ITEMS + 1); left > 0; left--) {
            var item = item(random);
            commands.add(item);
            total = total.add(amount(item));
        }
        commands.add(new ConfirmOrder());
        commands.add(new RecordPayment("invoice", total));
        return commands;
    }

    private static CreateOrder create(RandomGenerator random) {
        var shipTo = new ShipTo("Vins et alcools Chevalier", "59 rue de l'Abbaye", "Reims", null, "51100", "France");
        return new CreateOrder("C-" + random.nextInt(10_000), "USD", shipTo);
    }

    private static AddItem item(RandomGenerator random) {
        return new AddItem(
                Integer.toString(random.nextInt(1, 78)),
                random.nextInt(1, 61),
                BigDecimal.valueOf(random.nextInt(250, 26_350), 2).setScale(4),
                BigDecimal.valueOf(5L * random.nextInt(6), 2).setScale(4));
    }

    private static BigDecimal amount(AddItem item) {
        return BigDecimal.valueOf(item.quantity())
                .multiply(item.unitPrice())
                .multiply(BigDecimal.ONE.subtract(item.discount()));
    }
}
