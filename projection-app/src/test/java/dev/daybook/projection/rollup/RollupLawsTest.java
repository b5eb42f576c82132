package dev.daybook.projection.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderDelivered;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderReadyToShip;
import dev.daybook.orders.StatusCount;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.ForgetfulRegistry;
import dev.daybook.projection.JournaledStore;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.Orders;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.parking.Discard;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The counts of a rollup against counts that are made without one, over random histories of orders at random times. */
class RollupLawsTest {
    private static final Fixture FIXTURE = new Fixture();
    private static final int ORDERS = 6;

    /** Something happens to an order, so many seconds later than the second that would pass by itself; or earlier. */
    record Happening(int order, OrderEvent event, int later) {}

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void every_moment_shows_what_a_count_of_the_events_up_to_it_shows(
            @ForAll("histories") List<Happening> history, @ForAll("moments") List<Integer> moments) {
        var log = log(history);
        var ledger = RollupLedger.open(FIXTURE.statuses(1), new JournaledStore());
        log.forEach(ledger::post);

        for (var second : moments) {
            var moment = OrderLog.BEGIN.plusSeconds(second);
            assertThat(found(ledger, AsOf.at(moment, ledger.progress())))
                    .as("at %s", moment)
                    .isEqualTo(counted(log, moment, Integer.MAX_VALUE));
        }
        assertThat(found(ledger, AsOf.now(ledger.progress()))).isEqualTo(counted(log, Instant.MAX, Integer.MAX_VALUE));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_reader_of_a_position_sees_it_so_whatever_comes_later(@ForAll("histories") List<Happening> history) {
        var log = log(history);
        var ledger = RollupLedger.open(FIXTURE.statuses(1), new JournaledStore());
        log.forEach(ledger::post);

        for (var position = 0; position <= log.size(); position++) {
            assertThat(found(ledger, new AsOf(Instant.MAX, position)))
                    .as("at position %d", position)
                    .isEqualTo(counted(log, Instant.MAX, position));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void what_is_parked_and_released_counts_as_if_it_had_never_been_parked(
            @ForAll("histories") List<Happening> history, @ForAll("moments") List<Integer> moments) {
        var registry = new ForgetfulRegistry();
        var fixture = new Fixture(registry);
        var log = log(history, fixture);
        var ledger = RollupLedger.open(fixture.statuses(1), new JournaledStore());
        registry.forget(OrderConfirmed.class);
        log.subList(0, log.size() / 2).forEach(ledger::post);
        registry.mend();
        for (var order = 1; order <= ORDERS; order++) {
            ledger.release(String.valueOf(order), Discard.NONE);
        }
        log.subList(log.size() / 2, log.size()).forEach(ledger::post);

        for (var second : moments) {
            var moment = OrderLog.BEGIN.plusSeconds(second);
            assertThat(found(ledger, AsOf.at(moment, ledger.progress())))
                    .as("at %s", moment)
                    .isEqualTo(counted(log, moment, Integer.MAX_VALUE));
        }
        assertThat(found(ledger, AsOf.now(ledger.progress()))).isEqualTo(counted(log, Instant.MAX, Integer.MAX_VALUE));
    }

    private static List<LoggedEvent> log(List<Happening> history) {
        return log(history, FIXTURE);
    }

    private static List<LoggedEvent> log(List<Happening> history, Fixture fixture) {
        var log = fixture.log();
        var known = new HashMap<Integer, Boolean>();
        for (var next : history) {
            if (known.putIfAbsent(next.order, true) == null) {
                log.append(String.valueOf(next.order), Orders.created("A"));
            }
            log.later(Duration.ofSeconds(next.later)).append(String.valueOf(next.order), next.event);
        }
        return log.events().stream()
                .map(event -> LoggedEvent.of(event.headers(), event.value()))
                .toList();
    }

    private static Map<String, Long> found(RollupLedger<OrderEvent, StatusCount> ledger, AsOf moment) {
        var found = new TreeMap<String, Long>();
        ledger.groups(null, 100, moment)
                .forEach(group -> found.put(group.key(), group.row().orders()));
        return found;
    }

    /** Goes through the events from the first, as the clock shows them, and counts the orders. */
    private static Map<String, Long> counted(List<LoggedEvent> log, Instant until, long position) {
        var statuses = new HashMap<String, String>();
        var counts = new TreeMap<String, Long>();
        var clock = Instant.MIN;
        for (var event : log) {
            clock = event.headers().time().isAfter(clock) ? event.headers().time() : clock;
            if (clock.isAfter(until) || event.headers().position() > position) {
                break;
            }
            var status = statuses.compute(
                    event.headers().subject(),
                    (_, before) -> status(event.headers().type(), before));
            counts.putIfAbsent(status, 0L);
        }
        statuses.values().forEach(status -> counts.merge(status, 1L, Long::sum));
        return counts;
    }

    private static String status(String type, @Nullable String before) {
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "OrderCreated" -> "CREATED";
            case "OrderConfirmed" -> "CONFIRMED";
            case "OrderReadyToShip" -> "READY_TO_SHIP";
            case "OrderShipped" -> "SHIPPED";
            case "OrderDelivered" -> "DELIVERED";
            case "OrderCancelled" -> "CANCELLED";
            default -> Objects.requireNonNull(before);
        };
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        Arbitrary<OrderEvent> events = Arbitraries.of(
                Orders.created("B"),
                Orders.item("1"),
                Orders.confirmed("1"),
                new OrderReadyToShip(),
                Orders.shipped("Speedy"),
                new OrderDelivered("Paul"),
                Orders.cancelled());
        return Combinators.combine(
                        Arbitraries.integers().between(1, ORDERS),
                        events,
                        Arbitraries.integers().between(-3, 3))
                .as(Happening::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> moments() {
        return Arbitraries.integers().between(-5, 120).list().ofSize(10);
    }
}
