package dev.daybook.projection.parking;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.JournaledStore;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.Row;
import dev.daybook.projection.view.ViewLedger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ParkingTest {
    private final Fixture fixture = new Fixture();
    private final OrderLog log = fixture.log();
    private final JournaledStore store = new JournaledStore();
    private int posted;

    /** What the fold does with a cancellation besides folding it. */
    private Supplier<RuntimeException> fault = () -> new IllegalStateException("no cancellations today");

    private boolean broken = true;
    /** So many it takes before it throws all the same. */
    private int cancellationsUntilBroken = Integer.MAX_VALUE;

    private final HostedView<OrderEvent, OrderSummary> view = fixture.host(fickle(), 1);
    private ViewLedger<OrderEvent, OrderSummary> ledger = ViewLedger.open(view, store);

    @Test
    void parks_an_event_that_the_fold_throws_on_and_what_follows_of_its_aggregate() {
        post(log.append("1", created("A"), cancelled(), item("1")));

        var parked = ledger.parked().aggregate("1").orElseThrow();
        assertThat(parked).isEqualTo(new ParkedAggregate("1", 2, 3, 2));
        var events = ledger.parked().events(parked, 0, 10);
        assertThat(events).extracting(ParkedEvent::position).containsExactly(2L, 3L);
        assertThat(events.getFirst().reason())
                .isEqualTo("The fold of view 'fickle' threw java.lang.IllegalStateException: no cancellations today");
        assertThat(events.getLast().reason()).isEqualTo("It follows the parked event at position 2");
        assertThat(events.getFirst().event().value())
                .isEqualTo(log.events().get(1).value());
        assertThat(events.getFirst().event().rawHeaders())
                .isEqualTo(log.events().get(1).headers());
        assertThat(ledger.find("1").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void everything_else_goes_on() {
        post(log.append("1", created("A"), cancelled()).append("2", created("B"), item("1")));

        assertThat(ledger.find("2").orElseThrow().version()).isEqualTo(2);
        assertThat(ledger.progress().position()).isEqualTo(4);
        assertThat(ledger.parkedCount()).isEqualTo(new Parked.Count(1, 1));
        assertThat(fixture.meters().get("daybook.events.parked").counter().count())
                .isEqualTo(1);
    }

    @Test
    void parks_an_event_that_cannot_be_read() {
        post(log.append("1", created("A"))
                .append("1", "dev.daybook.orders.ItemAdded", new byte[] {1, 2, 3})
                .append("2", "dev.daybook.orders.OrderCreated", new byte[0]));

        assertThat(ledger.parked().aggregates(null, 10))
                .containsExactly(new ParkedAggregate("1", 2, 2, 1), new ParkedAggregate("2", 3, 3, 1));
        assertThat(ledger.parked()
                        .events(ledger.parked().aggregate("2").orElseThrow(), 0, 1)
                        .getFirst()
                        .reason())
                .startsWith("Its payload cannot be read: ");
    }

    @Test
    void an_error_of_the_program_that_is_no_exception_is_parked_too_if_it_is_the_events() {
        fault = () -> {
            throw new StackOverflowError();
        };
        post(log.append("1", created("A"), cancelled()));

        assertThat(ledger.parkedCount()).isEqualTo(new Parked.Count(1, 1));
    }

    @Test
    void a_registry_that_is_away_is_nothing_to_park_for() {
        fault = () -> new RegistryUnavailableException("away", null);
        log.append("1", created("A"), cancelled());

        assertThatThrownBy(() -> post(log)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(ledger.parkedCount()).isEqualTo(Parked.Count.NONE);
        assertThat(ledger.progress().position()).isEqualTo(1);
    }

    @Test
    void a_retry_folds_what_is_parked_as_if_nothing_had_been() {
        post(log.append("1", created("A"), cancelled(), item("1")).append("2", created("B")));
        broken = false;

        assertThat(ledger.release("1", Discard.NONE)).contains(new Release(0, 2, 0, null));

        assertThat(ledger.parkedCount()).isEqualTo(Parked.Count.NONE);
        assertThat(ledger.parked().aggregate("1")).isEmpty();
        assertThat(row("1").version()).isEqualTo(3);
        assertThat(row("1").value().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(store.dump()).isEqualTo(undisturbed().dump());
    }

    @Test
    void a_retry_stops_at_the_next_event_that_fails_and_says_why() {
        post(log.append("1", created("A"), cancelled(), item("1"), cancelled(), item("2")));
        broken = false;
        var first = ledger.parked().aggregate("1").orElseThrow();
        fault = () -> new IllegalArgumentException("still not");
        cancellationsUntilBroken = 1;

        var release = ledger.release("1", Discard.NONE).orElseThrow();

        assertThat(first.events()).isEqualTo(4);
        assertThat(release.released()).isEqualTo(2);
        assertThat(release.parked()).isEqualTo(2);
        assertThat(release.stoppedBy()).satisfies(stopped -> {
            assertThat(stopped.position()).isEqualTo(4);
            assertThat(stopped.reason()).contains("still not");
        });
        assertThat(ledger.parked().aggregate("1")).contains(new ParkedAggregate("1", 4, 5, 2));
        assertThat(row("1").version()).isEqualTo(3);
    }

    @Test
    void a_discard_drops_the_first_and_folds_the_rest() {
        post(log.append("1", created("A"), cancelled(), item("1"), item("2")));

        assertThat(ledger.release("1", Discard.FIRST)).contains(new Release(1, 2, 0, null));

        assertThat(row("1").value().status()).isEqualTo(OrderStatus.CREATED);
        assertThat(row("1").value().itemCount()).isEqualTo(2);
        assertThat(fixture.meters().get("daybook.events.discarded").counter().count())
                .isEqualTo(1);
    }

    @Test
    void a_discard_of_all_drops_all() {
        post(log.append("1", created("A"), cancelled(), item("1"), item("2")));

        assertThat(ledger.release("1", Discard.ALL)).contains(new Release(3, 0, 0, null));

        assertThat(row("1").version()).isEqualTo(1);
        post(log.append("1", item("3")));
        assertThat(row("1").version()).isEqualTo(5);
    }

    @Test
    void there_is_nothing_to_release_of_an_aggregate_that_is_not_parked() {
        post(log.append("1", created("A")));

        assertThat(ledger.release("1", Discard.NONE)).isEmpty();
        assertThat(ledger.release("7", Discard.ALL)).isEmpty();
    }

    @Test
    void what_follows_after_a_release_is_folded_at_once() {
        post(log.append("1", created("A"), cancelled()));
        broken = false;
        ledger.release("1", Discard.NONE);

        post(log.append("1", item("1")));

        assertThat(row("1").version()).isEqualTo(3);
    }

    @Test
    void gives_aggregates_page_by_page_in_the_order_of_their_ids() {
        post(log.append("2", created("A"), cancelled())
                .append("10", created("A"), cancelled())
                .append("1", created("A"), cancelled()));

        assertThat(ledger.parked().aggregates(null, 2))
                .extracting(ParkedAggregate::aggregateId)
                .containsExactly("1", "10");
        assertThat(ledger.parked().aggregates("10", 2))
                .extracting(ParkedAggregate::aggregateId)
                .containsExactly("2");
    }

    @Test
    void knows_after_a_restart_what_is_parked() {
        post(log.append("1", created("A"), cancelled()));
        ledger = ViewLedger.open(view, store);

        post(log.append("1", item("1")));

        assertThat(ledger.parkedCount()).isEqualTo(new Parked.Count(1, 2));
    }

    private Row<OrderSummary> row(String id) {
        return ledger.find(id).orElseThrow();
    }

    private void post(OrderLog whole) {
        for (; posted < whole.events().size(); posted++) {
            var event = whole.events().get(posted);
            ledger.post(LoggedEvent.of(event.headers(), event.value()));
        }
        ledger.write();
    }

    private JournaledStore undisturbed() {
        var another = new JournaledStore();
        var fresh = ViewLedger.open(view, another);
        log.events().forEach(event -> fresh.post(LoggedEvent.of(event.headers(), event.value())));
        fresh.write();
        return another;
    }

    private RowView<OrderEvent, OrderSummary> fickle() {
        var summaries = fixture.summaries(1).view();
        return View.of("fickle", 1, OrderDecider.ORDER, OrderSummary.class, (row, event, metadata) -> {
            if (event instanceof OrderCancelled && (broken || cancellationsUntilBroken-- == 0)) {
                throw fault.get();
            }
            return summaries.fold().apply(row, event, metadata);
        });
    }
}
