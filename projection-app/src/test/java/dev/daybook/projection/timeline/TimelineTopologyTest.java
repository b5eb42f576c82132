package dev.daybook.projection.timeline;

import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.orders.Order;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderStatus;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.LocalTopology;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTopologyTest {
    private static final byte[] NONSENSE = {0, 0, 0, 0, 99};

    private final Fixture fixture = new Fixture();
    private final HostedTimeline<OrderEvent, OrderState> timeline = fixture.timeline(1);
    private final LocalTopology topology = new LocalTopology(TimelineTopology.build(List.of(timeline)));
    private final OrderLog log = fixture.log();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void keeps_each_event_with_all_its_headers_and_its_payload() {
        log.append("10248", created("VINET"));
        log.events().getFirst().headers().add("x-custom", new byte[] {1}).add("x-empty", null);
        topology.post(log.events());

        var kept = ledger().events("10248", 1, 10);

        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().value()).isEqualTo(log.events().getFirst().value());
        assertThat(kept.getFirst().rawHeaders())
                .isEqualTo(log.events().getFirst().headers());
    }

    @Test
    void gives_the_events_of_one_aggregate_in_the_order_of_versions() {
        topology.post(log.append("1", created("A"))
                .append("10", created("B"))
                .append("1", item("1"))
                .append("10", item("2"))
                .append("1", confirmed("1"))
                .events());

        assertThat(versions(ledger().events("1", 1, 10))).containsExactly(1L, 2L, 3L);
        assertThat(versions(ledger().events("1", 2, 10))).containsExactly(2L, 3L);
        assertThat(versions(ledger().events("1", 1, 2))).containsExactly(1L, 2L);
        assertThat(ledger().lastVersion("1")).contains(3L);
        assertThat(ledger().lastVersion("0")).isEmpty();
    }

    @Test
    void keeps_the_order_of_versions_beyond_what_one_byte_holds() {
        log.append("1", created("A"));
        for (var i = 2; i <= 300; i++) {
            log.append("1", item("1"));
        }
        topology.post(log.events());

        assertThat(versions(ledger().events("1", 255, 3))).containsExactly(255L, 256L, 257L);
        assertThat(ledger().lastVersion("1")).contains(300L);
    }

    @Test
    void every_event_delivered_twice_gives_the_same_timeline() {
        log.append("1", created("A"), item("1")).append("2", created("B"));
        topology.post(log.events());
        var once = topology.dump(TimelineNames.store("order"));

        topology.post(log.events());

        assertThat(topology.dump(TimelineNames.store("order"))).isEqualTo(once);
        assertThat(timeline.shards().of(0).progress()).contains(new Progress(3, 3, OrderLog.time(3)));
    }

    @Test
    void keeps_events_of_an_unknown_type_too() {
        topology.post(
                log.append("1", "dev.daybook.orders.OrderPraised", NONSENSE).events());

        assertThat(ledger().events("1", 1, 10)).hasSize(1);
    }

    @Test
    void tells_the_state_at_a_version() {
        topology.post(log.append("1", created("A"), item("1"), item("2"), confirmed("3"))
                .events());

        var third = at(new Moment.AtVersion(3)).orElseThrow();
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.at()).isEqualTo(OrderLog.BEGIN.plusSeconds(3));
        assertThat(((Order) third.state()).lines()).hasSize(2);
        assertThat(((Order) third.state()).status()).isEqualTo(OrderStatus.CREATED);
    }

    @Test
    void tells_the_state_at_a_time_and_now() {
        topology.post(log.append("1", created("A"), item("1"), confirmed("1")).events());

        assertThat(versionAt(new Moment.AtTime(OrderLog.BEGIN))).isEmpty();
        assertThat(versionAt(new Moment.AtTime(OrderLog.BEGIN.plusSeconds(1)))).contains(1L);
        assertThat(versionAt(new Moment.AtTime(OrderLog.BEGIN.plusMillis(2999))))
                .contains(2L);
        assertThat(versionAt(new Moment.AtTime(Instant.MAX))).contains(3L);
        assertThat(versionAt(new Moment.Now())).contains(3L);
    }

    @Test
    void does_not_guess_a_state_beyond_an_event_that_it_does_not_know() {
        topology.post(log.append("1", created("A"))
                .append("1", "dev.daybook.orders.OrderPraised", NONSENSE)
                .events());

        assertThat(versionAt(new Moment.AtVersion(1))).contains(1L);
        assertThatThrownBy(() -> at(new Moment.Now()))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("Version 2 of order '1' was made by an event of the unknown type");
    }

    private TimelineLedger ledger() {
        return timeline.shards().of(0).ledger();
    }

    private Optional<Long> versionAt(Moment moment) {
        return at(moment).map(PastState::version);
    }

    private Optional<PastState<OrderState>> at(Moment moment) {
        try (var history = ledger().history("1", 1)) {
            return Recollection.at(moment, history, timeline);
        }
    }

    private static List<Long> versions(List<LoggedEvent> events) {
        return events.stream().map(event -> event.headers().sequence()).toList();
    }
}
