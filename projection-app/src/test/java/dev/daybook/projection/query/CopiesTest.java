package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.OrderEvent;
import dev.daybook.projection.LocalPartition;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.query.QueryServer.Answer;
import dev.daybook.projection.stream.Member;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One instance has partition 0 and another a copy of partition 1, whose owner does not answer. */
class CopiesTest {
    private static final String MAX = "Daybook-Max-Staleness";
    private static final String STALENESS = "Daybook-Staleness";
    /** The log of the tests is older than this, the tests are not. */
    private static final String A_MINUTE = "60";

    private static final String FOR_EVER = "999999999";

    private final QueryServer one = new QueryServer();
    private final QueryServer keeper = new QueryServer();
    private final String order = IntStream.iterate(1, i -> i + 1)
            .mapToObj(String::valueOf)
            .filter(id -> one.partition(id) == 1)
            .findFirst()
            .orElseThrow();
    private final LocalPartition<?> copy = LocalPartition.of(keeper.fixture.summaries(2), 1);

    @BeforeEach
    void divide() throws Exception {
        one.leave(1);
        keeper.leave(0);
        keeper.leave(1);
        keeper.copies.put(1, copy.store());
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var members = List.of(
                member(one.address.port(), partitions(0), partitions()),
                member(closed, partitions(1), partitions(0)),
                member(keeper.address.port(), partitions(), partitions(1)));
        one.members = members;
        keeper.members = members;
    }

    @AfterEach
    void close() {
        one.close();
        keeper.close();
    }

    @Test
    void a_copy_is_not_asked_unless_the_caller_allows_it() throws Exception {
        copied(created("A"));

        assertThat(row(one).code()).isEqualTo("owner-away");
        assertThat(row(keeper).code()).isEqualTo("owner-away");
    }

    @Test
    void a_copy_at_the_end_of_the_log_is_as_stale_as_the_look_at_it() throws Exception {
        copied(created("A"), item("1"));
        keeper.ends.put(1, 2L);

        var answer = row(keeper, MAX, A_MINUTE);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.header("X-Event-Version")).isEqualTo("2");
        assertThat(new BigDecimal(answer.header(STALENESS))).isBetween(BigDecimal.ZERO, new BigDecimal(A_MINUTE));
    }

    @Test
    void a_copy_behind_the_end_of_the_log_is_as_stale_as_its_clock() throws Exception {
        copied(created("A"));
        keeper.ends.put(1, 2L);

        assertThat(row(keeper, MAX, A_MINUTE).code()).isEqualTo("owner-away");
        var answer = row(keeper, MAX, FOR_EVER);
        assertThat(answer.status()).isEqualTo(200);
        var age = Duration.between(OrderLog.BEGIN, Instant.now());
        assertThat(new BigDecimal(answer.header(STALENESS)).longValue())
                .isBetween(age.toSeconds() - 60, age.toSeconds());
    }

    @Test
    void the_clock_says_nothing_of_a_copy_whose_last_event_is_of_a_time_to_come() throws Exception {
        keeper.logs.get(1).later(Duration.between(OrderLog.BEGIN, Instant.now()).plusDays(1));
        copied(created("A"));
        keeper.ends.put(1, 2L);

        assertThat(row(keeper, MAX, FOR_EVER).code()).isEqualTo("owner-away");
    }

    @Test
    void a_token_of_a_partition_that_there_is_not_is_refused_of_a_copy_too() throws Exception {
        copied(created("A"));

        var answer = row(keeper, MAX, FOR_EVER, "Daybook-Token", "order:7:1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-token");
    }

    @Test
    void a_copy_elsewhere_answers_when_the_owner_does_not() throws Exception {
        copied(created("A"));
        keeper.ends.put(1, 1L);

        var row = row(one, MAX, "60.5");
        var rows = one.get("/v1/views/order-summary", MAX, "60.5");

        assertThat(row.status()).as(row.response().body()).isEqualTo(200);
        assertThat(row.header(STALENESS)).isNotEmpty();
        assertThat(rows.status()).as(rows.response().body()).isEqualTo(200);
        assertThat(rows.json().at("/rows/0/orderId").asText()).isEqualTo(order);
        assertThat(rows.header(STALENESS)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_copy_elsewhere_answers_while_nobody_has_the_partition(boolean token) throws Exception {
        copied(created("A"));
        keeper.ends.put(1, 1L);
        var ownerless = List.of(
                member(one.address.port(), partitions(0), partitions()),
                member(keeper.address.port(), partitions(), partitions(1)));
        one.members = ownerless;
        keeper.members = ownerless;
        var headers = token
                ? new String[] {MAX, A_MINUTE, "Daybook-Token", keeper.token(order), "Prefer", "wait=0"}
                : new String[] {MAX, A_MINUTE};

        var row = row(one, headers);
        var rows = one.get("/v1/views/order-summary", headers);

        assertThat(row.status()).as(row.response().body()).isEqualTo(200);
        assertThat(rows.status()).as(rows.response().body()).isEqualTo(200);
    }

    @Test
    void whoever_is_about_to_have_the_partition_answers_from_what_it_has_so_far() throws Exception {
        copied(created("A"));
        keeper.ends.put(1, 1L);
        var unassigned = List.of(
                member(one.address.port(), partitions(0), partitions()),
                member(keeper.address.port(), partitions(), partitions()));
        one.members = unassigned;
        keeper.members = unassigned;

        var row = row(one, MAX, A_MINUTE);
        var rows = one.get("/v1/views/order-summary", MAX, A_MINUTE);

        assertThat(row.status()).as(row.response().body()).isEqualTo(200);
        assertThat(rows.status()).as(rows.response().body()).isEqualTo(200);
        assertThat(row(one).code()).isEqualTo("view-not-ready");
    }

    @Test
    void an_answer_of_who_posts_it_says_nothing_of_staleness() throws Exception {
        var here = one.partition("1") == 0 ? "1" : "2";
        one.happened(here, created("A"));

        var answer = one.get("/v1/views/order-summary/" + here, MAX, A_MINUTE);

        assertThat(answer.response().headers().firstValue(STALENESS)).isEmpty();
    }

    @Test
    void a_token_is_waited_for_on_a_copy_too() throws Exception {
        copied(created("A"));
        keeper.append(order, item("1"));
        keeper.ends.put(1, 2L);
        assertThat(row(one, MAX, FOR_EVER, "Daybook-Token", keeper.token(order), "Prefer", "wait=0")
                        .code())
                .isEqualTo("view-behind");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var read = CompletableFuture.supplyAsync(
                    () -> row(one, MAX, FOR_EVER, "Daybook-Token", keeper.token(order), "Prefer", "wait=20"), threads);

            keeper.catchUp(copy, 1, 1);

            assertThat(read.join().header("X-Event-Version")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e3", "5 s", "1."})
    void what_is_no_number_of_seconds_is_refused(String value) throws Exception {
        assertThat(row(one, MAX, value).code()).isEqualTo("bad-staleness");
        assertThat(one.get("/v1/views/order-summary", MAX, value).status()).isEqualTo(400);
    }

    /** Events happen, and the copy takes them in. */
    private void copied(OrderEvent... events) {
        keeper.append(order, events);
        keeper.catchUp(copy, 1, events.length);
    }

    private Answer row(QueryServer server, String... headers) {
        try {
            return server.get("/v1/views/order-summary/" + order, headers);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Member member(int port, Set<TopicPartition> owned, Set<TopicPartition> copied) {
        return new Member(new HostInfo("127.0.0.1", port), owned, copied);
    }

    private static Set<TopicPartition> partitions(int... partitions) {
        return IntStream.of(partitions)
                .mapToObj(partition -> new TopicPartition(OrderLog.TOPIC, partition))
                .collect(Collectors.toSet());
    }
}
