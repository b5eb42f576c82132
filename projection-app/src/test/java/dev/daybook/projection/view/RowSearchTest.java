package dev.daybook.projection.view;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.shipped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderSummary;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.LocalPartition;
import dev.daybook.projection.OrderLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class RowSearchTest {
    private static final int PARTITIONS = 3;

    /** What happens to an order between two pages. */
    record Change(String orderId, boolean cancels) {}

    /** A view whose partitions are all here, and the log of each. */
    private static final class Shop {
        final HostedView<OrderEvent, OrderSummary> view;
        final List<LocalPartition<ViewLedger<OrderEvent, OrderSummary>>> partitions;
        final List<OrderLog> logs;
        final Set<String> created = new HashSet<>();

        Shop() {
            var fixture = new Fixture();
            view = fixture.summaries(PARTITIONS);
            partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> LocalPartition.of(view, partition))
                    .toList();
            logs = IntStream.range(0, PARTITIONS).mapToObj(_ -> fixture.log()).toList();
        }

        void happens(String orderId, OrderEvent event) {
            var partition = view.shards().of(orderId).partition();
            var log = logs.get(partition).append(orderId, event);
            partitions.get(partition).post(log.events().subList((int) log.position() - 1, (int) log.position()));
        }

        void create(String orderId) {
            if (created.add(orderId)) {
                happens(orderId, created("A"));
            }
        }

        void change(Change change) {
            create(change.orderId);
            happens(change.orderId, change.cancels ? cancelled() : item("1"));
        }

        Page<OrderSummary> page(Map<String, String> filters, @Nullable String after, int limit) {
            return RowSearch.page(view.shards().ledgers(), new RowQuery(filters, after, limit));
        }
    }

    @Property(tries = 200)
    void a_row_that_stays_is_on_exactly_one_page_whatever_changes_between_pages(
            @ForAll("ids") Set<String> ids,
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(min = 1, max = 7) int limit,
            @ForAll boolean filtered) {
        var shop = new Shop();
        ids.forEach(shop::create);
        Map<String, String> filters = filtered ? Map.of("status", "CREATED", "customerId", "A") : Map.of();
        var touched = new HashSet<String>();
        var pages = new ArrayList<String>();

        var pending = new ArrayList<>(changes);
        var page = shop.page(filters, null, limit);
        while (true) {
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            page.rows().forEach(row -> pages.add(row.key()));
            if (page.last() == null) {
                break;
            }
            if (!pending.isEmpty()) {
                var change = pending.removeLast();
                touched.add(change.orderId);
                shop.change(change);
            }
            page = shop.page(filters, page.last(), limit);
        }

        assertThat(pages).doesNotHaveDuplicates().isSortedAccordingTo(RowSearchTest::byBytes);
        var stayed = new HashSet<>(ids);
        stayed.removeAll(touched);
        assertThat(pages).containsAll(stayed);
    }

    @Property(tries = 20)
    void all_rows_fit_on_one_page_that_is_large_enough(@ForAll("ids") Set<String> ids) {
        var shop = new Shop();
        ids.forEach(shop::create);

        var page = shop.page(Map.of(), null, 100);

        assertThat(page.rows()).extracting(Row::key).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(page.last()).isNull();
    }

    @Example
    void a_search_that_finds_nothing_for_long_ends_and_goes_on_with_the_next_page() {
        var fixture = new Fixture();
        var view = fixture.shippedOrders(1);
        var log = fixture.log();
        for (var id = 0; id < 10_001; id++) {
            log.append("order-" + id, created("A"));
        }
        log.append("order-last", created("A"), shipped("Speedy"));
        LocalPartition.of(view, 0).post(log.events());

        var first = RowSearch.page(view.shards().ledgers(), new RowQuery(Map.of(), null, 10));
        var second = RowSearch.page(view.shards().ledgers(), new RowQuery(Map.of(), first.last(), 10));

        assertThat(first.rows()).isEmpty();
        assertThat(first.last()).isNotNull();
        assertThat(second.rows()).extracting(Row::key).containsExactly("order-last");
        assertThat(second.last()).isNull();
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    @Provide
    Arbitrary<Set<String>> ids() {
        return anyId().set().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(anyId(), Arbitraries.of(true, false))
                .as(Change::new)
                .list()
                .ofMaxSize(30);
    }

    /** Ids whose order by bytes is not that of Java's strings, and ids that begin alike. */
    private static Arbitrary<String> anyId() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 60).map(String::valueOf),
                Arbitraries.of("a", "a\0", "aa", "\uffee", "\ud83d\ude00", "\u00e9", "~"));
    }
}
