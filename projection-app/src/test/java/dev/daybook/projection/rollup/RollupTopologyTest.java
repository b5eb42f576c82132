package dev.daybook.projection.rollup;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.paid;
import static dev.daybook.projection.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.StatusCount;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.LocalTopology;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.ledger.Progress;
import dev.daybook.projection.view.ViewTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RollupTopologyTest {
    private final Fixture fixture = new Fixture();
    private final HostedRollup<OrderEvent, StatusCount> statuses = fixture.statuses(1);
    private final LocalTopology topology = new LocalTopology(RollupTopology.build(statuses));
    private final OrderLog log = fixture.log();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void counts_each_order_in_the_group_that_it_is_in() {
        topology.post(log.append("1", created("A"), item("1"), confirmed("1"))
                .append("2", created("B"), item("1"))
                .append("3", created("A"), cancelled())
                .events());

        assertThat(now()).isEqualTo(Map.of("CREATED", 1L, "CONFIRMED", 1L, "CANCELLED", 1L));
    }

    @Test
    void keeps_a_group_that_all_have_left() {
        topology.post(log.append("1", created("A"), cancelled()).events());

        assertThat(now()).isEqualTo(Map.of("CREATED", 0L, "CANCELLED", 1L));
    }

    @Test
    void says_how_far_it_has_come_and_how_many_orders_it_counts() {
        topology.post(log.append("1", created("A"), item("1"))
                .append("2", created("B"))
                .events());

        assertThat(statuses.shards().of(0).progress()).contains(new Progress(3, 2, OrderLog.time(3)));
    }

    @Test
    void tells_how_it_was_at_any_time() {
        topology.post(log.append("1", created("A"), item("1"), confirmed("1"))
                .append("2", created("B"))
                .append("1", paid("1"), shipped("Speedy"))
                .events());

        assertThat(at(OrderLog.BEGIN)).isEmpty();
        assertThat(at(OrderLog.time(1))).isEqualTo(Map.of("CREATED", 1L));
        assertThat(at(OrderLog.time(3).minusNanos(1))).isEqualTo(Map.of("CREATED", 1L));
        assertThat(at(OrderLog.time(3))).isEqualTo(Map.of("CREATED", 0L, "CONFIRMED", 1L));
        assertThat(at(OrderLog.time(4))).isEqualTo(Map.of("CREATED", 1L, "CONFIRMED", 1L));
        assertThat(at(OrderLog.time(99))).isEqualTo(Map.of("CREATED", 1L, "CONFIRMED", 0L, "SHIPPED", 1L));
        assertThat(statuses.shards().of(0).ledger().group("SHIPPED", AsOf.at(OrderLog.time(5), progress())))
                .isEmpty();
    }

    @Test
    void an_event_of_an_earlier_time_than_the_one_before_counts_when_the_clock_shows() {
        log.append("1", created("A")).later(Duration.ofHours(-1)).append("2", created("B"));
        topology.post(log.events());

        assertThat(at(OrderLog.time(1).minusNanos(1))).isEmpty();
        assertThat(at(OrderLog.time(1))).isEqualTo(Map.of("CREATED", 2L));
        assertThat(statuses.shards().of(0).progress()).contains(new Progress(2, 2, OrderLog.time(1)));
    }

    @Test
    void who_reads_at_a_position_sees_nothing_of_what_comes_after() {
        topology.post(log.append("1", created("A")).append("2", created("B")).events());
        var then = AsOf.now(progress());
        topology.post(log.append("1", cancelled()).append("3", created("C")).events());

        assertThat(counts(then)).isEqualTo(Map.of("CREATED", 2L));
        assertThat(now()).isEqualTo(Map.of("CREATED", 2L, "CANCELLED", 1L));
    }

    @Test
    void every_event_delivered_twice_gives_the_same_sums() {
        topology.post(busyLog().events());
        var once = topology.dump(ViewTopology.STORE);

        try (var another = new LocalTopology(RollupTopology.build(fixture.statuses(1)))) {
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
    void passes_over_events_of_an_unknown_type_and_counts_them() {
        topology.post(log.append("1", created("A"))
                .append("1", "dev.daybook.orders.OrderPraised", new byte[] {0, 0, 0, 0, 99})
                .append("1", cancelled())
                .events());

        assertThat(now()).isEqualTo(Map.of("CREATED", 0L, "CANCELLED", 1L));
        assertThat(fixture.meters().get("daybook.events.unknown").counter().count())
                .isEqualTo(1);
    }

    @Test
    void gives_groups_page_by_page() {
        topology.post(busyLog().events());
        var ledger = statuses.shards().of(0).ledger();

        var first = ledger.groups(null, 2, AsOf.now(progress()));
        var rest = ledger.groups(first.getLast().key(), 10, AsOf.now(progress()));

        assertThat(first).extracting(Group::key).containsExactly("CANCELLED", "CONFIRMED");
        assertThat(rest).extracting(Group::key).containsExactly("CREATED", "SHIPPED");
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

    private Map<String, Long> now() {
        return counts(AsOf.now(progress()));
    }

    private Map<String, Long> at(Instant time) {
        return counts(AsOf.at(time, progress()));
    }

    private Progress progress() {
        return statuses.shards().of(0).progress().orElseThrow();
    }

    private Map<String, Long> counts(AsOf moment) {
        var counts = new TreeMap<String, Long>();
        statuses.shards()
                .of(0)
                .ledger()
                .groups(null, 100, moment)
                .forEach(group -> counts.put(group.key(), group.row().orders()));
        return counts;
    }
}
