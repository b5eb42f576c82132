package dev.daybook.projection.view;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.paid;
import static dev.daybook.projection.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.LocalTopology;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.ledger.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewTopologyTest {
    private final Fixture fixture = new Fixture();
    private final HostedView<OrderEvent, OrderSummary> summaries = fixture.summaries(1);
    private final LocalTopology topology = new LocalTopology(ViewTopology.build(summaries));
    private final OrderLog log = fixture.log();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void folds_the_events_of_an_order_into_its_row() {
        topology.post(log.append("10248", created("VINET"), item("14"), item("9.8"), confirmed("23.8"))
                .events());

        var row = summaries.shards().of("10248").ledger().find("10248").orElseThrow();
        assertThat(row.version()).isEqualTo(4);
        assertThat(row.value().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(row.value().total()).isEqualByComparingTo("23.8");
        assertThat(row.value().itemCount()).isEqualTo(2);
    }

    @Test
    void says_how_far_it_has_come_and_how_many_rows_it_shows() {
        topology.post(log.append("1", created("A"))
                .append("2", created("B"), item("1"))
                .events());

        assertThat(summaries.shards().of(0).progress()).contains(new Progress(3, 2, OrderLog.time(3)));
    }

    @Test
    void every_event_delivered_twice_gives_the_same_rows() {
        topology.post(busyLog().events());
        var once = topology.dump(ViewTopology.STORE);

        try (var another = new LocalTopology(ViewTopology.build(fixture.summaries(1)))) {
            another.post(twice(log.events()));

            assertThat(another.dump(ViewTopology.STORE)).isEqualTo(once);
        }
    }

    @Test
    void events_that_come_again_from_any_point_on_change_nothing() {
        topology.post(busyLog().events());
        var before = topology.dump(ViewTopology.STORE);

        for (var from = 0; from < log.events().size(); from++) {
            topology.post(log.events().subList(from, log.events().size()));
        }

        assertThat(topology.dump(ViewTopology.STORE)).isEqualTo(before);
    }

    @Test
    void a_row_is_found_by_its_filters_as_they_are_now() {
        topology.post(log.append("1", created("A"), item("1")).events());
        assertThat(find(summaries, Map.of("status", "CREATED"))).containsExactly("1");

        topology.post(log.append("1", confirmed("1")).events().subList(2, 3));

        assertThat(find(summaries, Map.of("status", "CREATED"))).isEmpty();
        assertThat(find(summaries, Map.of("status", "CONFIRMED"))).containsExactly("1");
    }

    @Test
    void several_filters_must_all_hold() {
        topology.post(log.append("1", created("A"))
                .append("2", created("B"))
                .append("3", created("A"), cancelled())
                .events());

        assertThat(find(summaries, Map.of("customerId", "A", "status", "CREATED")))
                .containsExactly("1");
    }

    @Test
    void a_row_that_is_not_listed_yet_is_neither_shown_nor_found() {
        var shippedOrders = fixture.shippedOrders(1);
        try (var shipping = new LocalTopology(ViewTopology.build(shippedOrders))) {
            shipping.post(log.append("1", created("A"), item("1"), confirmed("1"), paid("1"))
                    .events());
            assertThat(shippedOrders.shards().of("1").ledger().find("1")).isEmpty();
            assertThat(find(shippedOrders, Map.of())).isEmpty();
            assertThat(find(shippedOrders, Map.of("customerId", "A"))).isEmpty();

            shipping.post(log.append("1", shipped("Speedy")).events().subList(4, 5));

            assertThat(shippedOrders.shards().of("1").ledger().find("1")).isPresent();
            assertThat(find(shippedOrders, Map.of())).containsExactly("1");
            assertThat(find(shippedOrders, Map.of("customerId", "A", "carrier", "Speedy")))
                    .containsExactly("1");
            assertThat(shippedOrders.shards().of(0).progress()).contains(new Progress(5, 1, OrderLog.time(5)));
        }
    }

    @Test
    void a_row_that_a_fold_removes_is_gone_and_stays_gone_when_events_come_again() {
        var open = fixture.host(openOrders(), 1);
        try (var opening = new LocalTopology(ViewTopology.build(open))) {
            log.append("1", created("A"), item("1"), cancelled());
            opening.post(log.events());
            opening.post(log.events());

            assertThat(open.shards().of("1").ledger().find("1")).isEmpty();
            assertThat(find(open, Map.of("customerId", "A"))).isEmpty();
            assertThat(open.shards().of(0).progress()).contains(new Progress(3, 0, OrderLog.time(3)));
        }
    }

    @Test
    void passes_over_events_of_an_unknown_type_and_counts_them() {
        topology.post(log.append("1", created("A"))
                .append("1", "dev.daybook.orders.OrderPraised", new byte[] {0, 0, 0, 0, 99})
                .append("1", item("5"))
                .events());

        assertThat(summaries.shards().of("1").ledger().find("1").orElseThrow().version())
                .isEqualTo(3);
        assertThat(summaries.shards().of(0).progress()).contains(new Progress(3, 1, OrderLog.time(3)));
        assertThat(fixture.meters()
                        .get("daybook.events.unknown")
                        .tag("type", "dev.daybook.orders.OrderPraised")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void counts_events_that_the_log_has_lost() {
        log.append("1", created("A"), item("1"), item("1")).append("2", created("B"));
        topology.post(List.of(log.events().getFirst(), log.events().getLast()));

        assertThat(fixture.meters().get("daybook.events.missing").counter().count())
                .isEqualTo(2);
        assertThat(summaries.shards().of(0).progress()).contains(new Progress(4, 2, OrderLog.time(4)));
    }

    @Test
    void passes_over_a_record_that_is_no_event_and_counts_it() {
        var noEvent = new Record<>(new byte[0], new byte[0], 0L);
        topology.post(List.of(log.append("1", created("A")).events().getFirst(), noEvent));
        topology.post(log.append("1", item("1")).events());

        assertThat(summaries.shards().of(0).progress()).contains(new Progress(2, 1, OrderLog.time(2)));
        assertThat(fixture.meters().get("daybook.events.malformed").counter().count())
                .isEqualTo(1);
    }

    private OrderLog busyLog() {
        return log.append("1", created("A"), item("1"), item("2"))
                .append("2", created("A"), item("3"))
                .append("1", confirmed("3"))
                .append("3", created("B"), cancelled())
                .append("1", paid("3"), shipped("Speedy"))
                .append("2", cancelled());
    }

    private static List<Record<byte[], byte[]>> twice(List<Record<byte[], byte[]>> events) {
        var doubled = new ArrayList<Record<byte[], byte[]>>();
        events.forEach(event -> doubled.addAll(List.of(event, event)));
        return doubled;
    }

    private static <E, R> List<String> find(HostedView<E, R> view, Map<String, String> filters) {
        return RowSearch.page(view.shards().ledgers(), new RowQuery(filters, null, 100)).rows().stream()
                .map(Row::key)
                .toList();
    }

    private static RowView<OrderEvent, OrderSummary> openOrders() {
        var all = new Fixture().summaries(1).view();
        return View.of("open-orders", 1, OrderDecider.ORDER, OrderSummary.class, (row, event, metadata) -> {
                    var next = all.fold().apply(row, event, metadata);
                    return next == null || next.status() == OrderStatus.CANCELLED ? null : next;
                })
                .filteredBy("customerId", OrderSummary::customerId);
    }
}
