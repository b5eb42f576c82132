package dev.daybook.benchmarks.workload;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.RemoveItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An order whose customer cannot decide: items come and go for ever. Each command makes one event. */
public record LongOrder(String orderId) {

    /** Its first commands. */
    public List<Step> first(int count) {
        return Stream.concat(
                        Stream.of(new CreateOrder("C-1", "USD", null)),
                        IntStream.range(1, count).mapToObj(LongOrder::change))
                .map(command -> new Step(orderId, command))
                .toList();
    }

    /** The command after so many. */
    public Step next(int count) {
        return new Step(orderId, change(count));
    }

    private static OrderCommand change(int number) {
        return number % 2 == 1
                ? new AddItem("11", 12, new BigDecimal("14.0000"), new BigDecimal("0.0000"))
                : new RemoveItem("11", 12);
    }
}
