package dev.daybook.chaos.fulfillment;

import dev.daybook.avro.Vocabulary;
import dev.daybook.orders.published.OrderIntegrationEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What others were told of orders, compared with what they were to be told. */
final class Announcements {
    private static final Vocabulary<OrderIntegrationEvent> VOCABULARY = Vocabulary.of(OrderIntegrationEvent.class);

    private Announcements() {}

    static void check(OrderBook orders, List<Entry<OrderIntegrationEvent>> published, Consumer<String> findings) {
        var told = byOrder(published);
        var ids = new TreeSet<>(told.keySet());
        ids.addAll(orders.toTell().keySet());
        for (var id : ids) {
            var expected = orders.toTell().getOrDefault(id, List.of());
            var found = told.getOrDefault(id, List.of());
            if (!same(expected, found)) {
                findings.accept(
                        "Expected others to be told of %s: %s, but they were told: %s".formatted(id, expected, found));
            }
        }
    }

    private static Map<String, List<OrderIntegrationEvent>> byOrder(List<Entry<OrderIntegrationEvent>> published) {
        return published.stream()
                .collect(Collectors.groupingBy(
                        Entry::key, TreeMap::new, Collectors.mapping(Entry::message, Collectors.toList())));
    }

    /** As they are written: amounts in records that were read have a scale that others need not have. */
    private static boolean same(List<OrderIntegrationEvent> expected, List<OrderIntegrationEvent> found) {
        if (expected.size() != found.size()) {
            return false;
        }
        for (var i = 0; i < expected.size(); i++) {
            var one = expected.get(i);
            var other = found.get(i);
            if (!one.getClass().equals(other.getClass())
                    || !Arrays.equals(VOCABULARY.encode(one), VOCABULARY.encode(other))) {
                return false;
            }
        }
        return true;
    }
}
