package dev.daybook.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.embedded.ChildJvm;
import dev.daybook.embedded.JvmCommand;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CreateOrder;
import dev.daybook.platform.message.EventHeaders;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ORDERS = 100;
    private static final int ITEMS = 19;
    private static final int EVENTS = ORDERS * (1 + ITEMS);

    @TempDir
    private Path folder;

    private @Nullable ChildJvm processor;

    @AfterEach
    void kill() {
        if (processor != null) {
            processor.kill();
        }
    }

    @Test
    void a_kill_neither_loses_nor_doubles_anything() throws InterruptedException {
        try (var orders = Orders.open()) {
            processor = start();
            sendAll(orders);
            awaitEvents(EVENTS / 10);
            kill();
            assertThat(committed()).hasSizeLessThan(EVENTS);

            processor = start();
            awaitEvents(EVENTS / 2);
            kill();

            processor = start();
            sendAll(orders);
            orders.send("kill-last", "kill-last", new CreateOrder("ALFKI", "USD", null));
            awaitEvents(EVENTS + 1);
        }
        var events = committed();
        assertThat(events).extracting(EventHeaders::id).doesNotHaveDuplicates().hasSize(EVENTS + 1);
        events.stream()
                .collect(groupingBy(EventHeaders::subject, mapping(EventHeaders::sequence, toList())))
                .forEach((order, versions) -> assertThat(versions).containsExactlyElementsOf(upTo(versions.size())));
        Orders.committed(Orders.EVENTS).stream()
                .collect(groupingBy(
                        event -> event.partition(),
                        mapping(event -> EventHeaders.read(event.headers()).position(), toList())))
                .forEach((partition, positions) ->
                        assertThat(positions).containsExactlyElementsOf(upTo(positions.size())));
    }

    private static void sendAll(Orders orders) {
        for (var order = 0; order < ORDERS; order++) {
            orders.send("kill-" + order, "create-" + order, new CreateOrder("ALFKI", "USD", null));
        }
        for (var item = 0; item < ITEMS; item++) {
            for (var order = 0; order < ORDERS; order++) {
                orders.send(
                        "kill-" + order,
                        "add-" + order + "-" + item,
                        new AddItem("product-" + item, 1, BigDecimal.ONE, BigDecimal.ZERO));
            }
        }
    }

    private static void awaitEvents(int count) {
        await().atMost(PATIENCE).until(() -> committed().size() >= count);
    }

    private static List<EventHeaders> committed() {
        return Orders.events("kill-");
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private ChildJvm start() {
        var command = JvmCommand.small("processor", Main.class.getName()).withSettings(Orders.settings());
        return ChildJvm.start(command, folder);
    }
}
