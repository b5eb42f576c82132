package dev.daybook.projection.view;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.paid;
import static dev.daybook.projection.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderSummary;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.JournaledStore;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crash may come after any write of a store; the events that were not committed by then come again. */
class CrashTest {
    private static final List<Map<String, String>> QUESTIONS = List.of(
            Map.of(),
            Map.of("customerId", "A"),
            Map.of("customerId", "B"),
            Map.of("status", "CREATED"),
            Map.of("status", "CONFIRMED"),
            Map.of("status", "SHIPPED"),
            Map.of("status", "CANCELLED"));

    private final HostedView<OrderEvent, OrderSummary> view;
    private final List<LoggedEvent> events;
    private final JournaledStore undisturbed = new JournaledStore();
    /** How many writes there were after each event. */
    private final List<Integer> writesAfter = new ArrayList<>(List.of(0));

    CrashTest() {
        var fixture = new Fixture();
        view = fixture.summaries(1);
        events = fixture
                .log()
                .append("1", created("A"), item("1"))
                .append("2", created("A"), item("3"))
                .append("1", confirmed("3"))
                .append("3", created("B"), cancelled())
                .append("1", paid("3"), shipped("Speedy"))
                .append("2", cancelled())
                .events()
                .stream()
                .map(event -> LoggedEvent.of(event.headers(), event.value()))
                .toList();
    }

    @BeforeEach
    void run_without_a_crash() {
        var ledger = ViewLedger.open(view, undisturbed);
        for (var event : events) {
            ledger.post(event);
            writesAfter.add(undisturbed.journal().size());
        }
    }

    @Test
    void no_crash_changes_what_is_found_in_the_end() {
        var expected = found(undisturbed);
        for (var writes = 0; writes <= undisturbed.journal().size(); writes++) {
            for (var committed = 0; writesAfter.get(committed) < writes; committed++) {
                var crashed = crashedAfter(writes);

                var ledger = ViewLedger.open(view, crashed);
                events.subList(committed, events.size()).forEach(ledger::post);

                assertThat(found(crashed))
                        .as("after a crash at write %d, with %d events committed", writes, committed)
                        .isEqualTo(expected);
                assertThat(ledger.progress().position()).isEqualTo(events.size());
            }
        }
    }

    @Test
    void progress_never_promises_a_row_that_is_not_there() {
        for (var writes = 0; writes <= undisturbed.journal().size(); writes++) {
            var crashed = crashedAfter(writes);
            var store = new ViewStore<>(view.view(), view.codec(), crashed);

            for (var event : events.subList(0, (int) Progress.read(crashed).position())) {
                var row = Objects.requireNonNull(store.find(event.headers().subject()));
                assertThat(row.position())
                        .isGreaterThanOrEqualTo(event.headers().position());
            }
        }
    }

    private JournaledStore crashedAfter(int writes) {
        return JournaledStore.after(undisturbed.journal().subList(0, writes));
    }

    private Map<Map<String, String>, List<Row<OrderSummary>>> found(JournaledStore store) {
        var ledger = ViewLedger.open(view, store);
        var found = new HashMap<Map<String, String>, List<Row<OrderSummary>>>();
        for (var question : QUESTIONS) {
            found.put(
                    question,
                    RowSearch.page(List.of(ledger), new RowQuery(question, null, 10))
                            .rows());
        }
        return found;
    }
}
