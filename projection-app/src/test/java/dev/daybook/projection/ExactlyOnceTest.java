package dev.daybook.projection;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.paid;
import static dev.daybook.projection.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.RowView;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderEvent;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.parking.Discard;
import dev.daybook.projection.parking.Parked;
import dev.daybook.projection.parking.ParkingLedger;
import dev.daybook.projection.rollup.AsOf;
import dev.daybook.projection.rollup.Group;
import dev.daybook.projection.rollup.HostedRollup;
import dev.daybook.projection.rollup.RollupLedger;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.RowQuery;
import dev.daybook.projection.view.RowSearch;
import dev.daybook.projection.view.ViewLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every view of orders: whatever comes twice, and wherever a crash cuts what is written, it shows in the end what the log says.
 * That holds too where events are parked, because they cannot be read for a while, and are released later.
 */
class ExactlyOnceTest {
    private static final List<String> ORDERS = List.of("1", "2", "3", "4");

    private final ForgetfulRegistry registry = new ForgetfulRegistry();
    private final Fixture fixture = new Fixture(registry);
    private final List<LoggedEvent> log = fixture
            .log()
            .append("1", created("A"), item("1"))
            .append("2", created("A"), item("3"))
            .append("1", confirmed("1"))
            .append("3", created("B"), cancelled())
            .append("2", confirmed("3"), paid("3"))
            .append("1", paid("1"), shipped("Speedy"))
            .append("2", shipped("United"))
            .append("4", created("B"))
            .append("1", item("9"))
            .events()
            .stream()
            .map(event -> LoggedEvent.of(event.headers(), event.value()))
            .toList();

    enum Kind {
        SUMMARIES,
        CUSTOMER_ORDERS,
        SHIPPED_ORDERS,
        STATUSES;

        Kept of(Fixture fixture) {
            return switch (this) {
                case SUMMARIES -> Kept.rows(fixture.summaries(1));
                case CUSTOMER_ORDERS -> Kept.rows(fixture.customerOrders(1));
                case SHIPPED_ORDERS -> Kept.rows(fixture.shippedOrders(1));
                case STATUSES -> Kept.rollup(fixture.statuses(1));
            };
        }
    }

    /** A view that is opened again and again, and what can be read of it. */
    interface Kept {
        ParkingLedger open(JournaledStore store);

        /** What the queries show. */
        List<Object> shown(JournaledStore store);

        static <R> Kept rows(HostedView<OrderEvent, R> view) {
            return new Kept() {
                @Override
                public ParkingLedger open(JournaledStore store) {
                    return ViewLedger.open(view, store);
                }

                @Override
                public List<Object> shown(JournaledStore store) {
                    var ledger = ViewLedger.open(view, store);
                    var shown = new ArrayList<Object>();
                    ORDERS.forEach(id -> shown.add(ledger.find(id)));
                    for (var question : questions(view.view(), ledger)) {
                        shown.add(RowSearch.page(List.of(ledger), new RowQuery(question, null, 100)));
                    }
                    return shown;
                }
            };
        }

        private static <R> Set<Map<String, String>> questions(
                RowView<OrderEvent, R> view, ViewLedger<OrderEvent, R> ledger) {
            return Stream.concat(
                            Stream.of(Map.<String, String>of()),
                            view.filters().stream()
                                    .flatMap(filter -> ORDERS.stream()
                                            .flatMap(id -> ledger.find(id).stream())
                                            .flatMap(row -> Stream.ofNullable(
                                                    filter.value().apply(row.value())))
                                            .map(value -> Map.of(filter.field(), value))))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        static <R> Kept rollup(HostedRollup<OrderEvent, R> rollup) {
            return new Kept() {
                @Override
                public ParkingLedger open(JournaledStore store) {
                    return RollupLedger.open(rollup, store);
                }

                @Override
                public List<Object> shown(JournaledStore store) {
                    var ledger = RollupLedger.open(rollup, store);
                    var shown = new ArrayList<Object>();
                    for (var position = 0; position <= 20; position++) {
                        List<Group<R>> groups =
                                ledger.groups(null, 100, AsOf.at(OrderLog.time(position), ledger.progress()));
                        shown.add(groups);
                    }
                    shown.add(ledger.groups(null, 100, AsOf.at(Instant.MAX, ledger.progress())));
                    return shown;
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_event_delivered_twice(Kind kind) {
        var kept = kind.of(fixture);
        var store = new JournaledStore();
        var ledger = kept.open(store);
        log.forEach(event -> {
            post(ledger, event);
            post(ledger, event);
        });

        assertThat(store.dump()).isEqualTo(undisturbed(kept).dump());
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_at_every_write(Kind kind) {
        crashEverywhere(kind, log.stream().<Step>map(Post::new).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_at_every_write_of_many_events_together(Kind kind) {
        var expected = kind.of(fixture).shown(undisturbed(kind.of(fixture)));
        for (var size = 2; size <= log.size(); size++) {
            var whole = new JournaledStore();
            postTogether(kind.of(fixture).open(whole), size);
            assertThat(kind.of(fixture).shown(whole)).isEqualTo(expected);

            for (var writes = 0; writes < whole.journal().size(); writes++) {
                var crashed = JournaledStore.after(whole.journal().subList(0, writes));
                postTogether(kind.of(fixture).open(crashed), log.size() / 2);

                assertThat(kind.of(fixture).shown(crashed))
                        .as("after a crash at write %d, with %d events together", writes, size)
                        .isEqualTo(expected);
            }
        }
    }

    private void postTogether(ParkingLedger ledger, int size) {
        for (var i = 0; i < log.size(); i++) {
            ledger.post(log.get(i));
            if ((i + 1) % size == 0) {
                ledger.write();
            }
        }
        ledger.write();
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_at_every_write_while_events_are_parked_and_released(Kind kind) {
        var steps = new ArrayList<Step>();
        steps.add(new Forget());
        log.subList(0, 12).forEach(event -> steps.add(new Post(event)));
        steps.add(new Mend());
        steps.add(new Retry("2"));
        steps.add(new Post(log.get(12)));
        steps.add(new Retry("1"));
        log.subList(13, log.size()).forEach(event -> steps.add(new Post(event)));
        assertThat(parkedAfter(kind.of(fixture), steps.subList(0, 13))).containsExactly("1", "2");

        crashEverywhere(kind, steps);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_was_cut_off_and_cannot_be_read_when_it_comes_again(Kind kind) {
        var expected = kind.of(fixture).shown(undisturbed(kind.of(fixture)));
        var whole = new JournaledStore();
        var ledger = kind.of(fixture).open(whole);
        var confirmation = log.get(4);
        assertThat(confirmation.headers().type()).isEqualTo(OrderConfirmed.class.getName());
        log.subList(0, 4).forEach(event -> post(ledger, event));
        var before = whole.journal().size();
        post(ledger, confirmation);

        for (var writes = before; writes < whole.journal().size(); writes++) {
            var crashed = JournaledStore.after(whole.journal().subList(0, writes));
            var kept = kind.of(fixture);
            registry.forget(OrderConfirmed.class);
            var again = kept.open(crashed);
            post(again, confirmation);
            registry.mend();
            again.release("1", Discard.NONE);
            log.forEach(event -> post(again, event));

            assertThat(kept.shown(crashed)).as("cut off at write %d", writes).isEqualTo(expected);
        }
    }

    /** Something that happens to a view. */
    sealed interface Step {}

    record Post(LoggedEvent event) implements Step {}

    /** What was written with some schema cannot be read any more. */
    record Forget() implements Step {}

    record Mend() implements Step {}

    record Retry(String orderId) implements Step {}

    private void crashEverywhere(Kind kind, List<Step> steps) {
        var kept = kind.of(fixture);
        var expected = kept.shown(undisturbed(kind.of(fixture)));
        var whole = new JournaledStore();
        var ledger = kept.open(whole);
        var writesAfter = new ArrayList<Integer>();
        for (var step : steps) {
            take(step, ledger);
            writesAfter.add(whole.journal().size());
        }
        assertThat(kept.shown(whole)).as("without a crash").isEqualTo(expected);

        for (var writes = 0; writes <= whole.journal().size(); writes++) {
            for (var redelivered : new int[] {0, 1, 3, steps.size()}) {
                var crashed = JournaledStore.after(whole.journal().subList(0, writes));
                // Opened anew, it remembers no schema either.
                goOn(kind.of(fixture).open(crashed), steps, during(writes, writesAfter), redelivered);

                assertThat(kept.shown(crashed))
                        .as("after a crash at write %d, with %d steps seen again", writes, redelivered)
                        .isEqualTo(expected);
                assertThat(new Parked(crashed).count()).isEqualTo(Parked.Count.NONE);
            }
        }
        registry.mend();
    }

    /** The step that a write belongs to. */
    private static int during(int writes, List<Integer> writesAfter) {
        var step = 0;
        while (step < writesAfter.size() && writesAfter.get(step) < writes) {
            step++;
        }
        return Math.min(step, writesAfter.size() - 1);
    }

    /** What happened before a step is as it was, but some of the last events come again; then all goes on from that step. */
    private void goOn(ParkingLedger ledger, List<Step> steps, int from, int redelivered) {
        for (var i = 0; i < steps.size(); i++) {
            if (i >= from || !(steps.get(i) instanceof Post) || i >= from - redelivered) {
                take(steps.get(i), ledger);
            }
        }
    }

    private static void post(ParkingLedger ledger, LoggedEvent event) {
        ledger.post(event);
        ledger.write();
    }

    private void take(Step step, ParkingLedger ledger) {
        switch (step) {
            case Post post -> post(ledger, post.event);
            case Forget _ -> registry.forget(OrderConfirmed.class);
            case Mend _ -> registry.mend();
            case Retry retry -> ledger.release(retry.orderId, Discard.NONE);
        }
    }

    private Set<String> parkedAfter(Kept kept, List<Step> steps) {
        var store = new JournaledStore();
        var ledger = kept.open(store);
        steps.forEach(step -> take(step, ledger));
        var parked = new TreeSet<String>();
        new Parked(store).aggregates(null, 10).forEach(aggregate -> parked.add(aggregate.aggregateId()));
        return parked;
    }

    private JournaledStore undisturbed(Kept kept) {
        registry.mend();
        var store = new JournaledStore();
        var ledger = kept.open(store);
        log.forEach(event -> post(ledger, event));
        return store;
    }
}
