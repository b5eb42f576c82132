package dev.daybook.orders.fulfillment;

import dev.daybook.orders.context.OrdersContext;
import dev.daybook.testkit.determinism.DeterminismCheck;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FulfillmentDeterminismTest {

    @Test
    void a_fulfillment_does_the_same_in_every_world() {
        var inboxes = LongStream.range(0, 40).mapToObj(seed -> {
            var market = new Market(seed, 5, 50, (int) seed % 4 * 10);
            market.run();
            return market.inboxes();
        });

        DeterminismCheck.of(OrdersContext.class)
                .stories(
                        FulfillmentProcess.FULFILLMENT,
                        inboxes.flatMap(inbox -> inbox).toList())
                .verify();
    }
}
