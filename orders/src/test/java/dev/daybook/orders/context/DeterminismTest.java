package dev.daybook.orders.context;

import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.inventory.StockWish;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.orders.samples.Intent;
import dev.daybook.testkit.History;
import dev.daybook.testkit.determinism.DeterminismCheck;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

class DeterminismTest {

    @Example
    void an_order_is_decided_the_same_in_every_world() {
        var lives = Intent.life().sampleStream().limit(300).map(DeterminismTest::commands);

        DeterminismCheck.of(OrdersContext.class)
                .lives(OrderDecider.ORDER, lives.toList())
                .verify();
    }

    @Example
    void a_stock_is_decided_the_same_in_every_world() {
        DeterminismCheck.of(OrdersContext.class)
                .lives(
                        InventoryDecider.INVENTORY,
                        StockWish.life().sampleStream().limit(300).toList())
                .verify();
    }

    private static List<OrderCommand> commands(List<Intent> intents) {
        var history = History.of(OrderDecider.ORDER);
        var commands = new ArrayList<OrderCommand>();
        for (var intent : intents) {
            commands.add(intent.on(history.state()));
            history = history.handle(commands.getLast());
        }
        return commands;
    }
}
