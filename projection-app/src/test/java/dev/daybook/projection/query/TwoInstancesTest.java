package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.OrderLog;
import dev.daybook.projection.stream.Member;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances, of which one has partition 0 and the other partition 1. */
class TwoInstancesTest {
    private final QueryServer one = new QueryServer();
    private final QueryServer other = new QueryServer();
    /** An order of the other's. */
    private final String order = IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> "order/" + i)
            .filter(id -> one.partition(id) == 1)
            .findFirst()
            .orElseThrow();

    @BeforeEach
    void divide() {
        one.leave(1);
        other.leave(0);
        assign(member(one, 0), member(other, 1));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/views/order-summary/%s", "/v1/order/%s/events?limit=1", "/v1/order/%s/state?version=1"})
    void what_is_elsewhere_is_answered_as_if_it_were_here(String path) throws Exception {
        other.happened(order, created("A"), item("1"));
        var target = path.formatted(order.replace("/", "%2F"));

        var relayed = one.get(target);
        var direct = other.get(target);

        assertThat(direct.status()).as(direct.response().body()).isEqualTo(200);
        assertThat(relayed.status()).as(relayed.response().body()).isEqualTo(200);
        assertThat(relayed.response().body()).isEqualTo(direct.response().body());
        for (var header : List.of("Content-Type", "X-Event-Version", "ETag")) {
            assertThat(relayed.header(header)).isEqualTo(direct.header(header));
        }
    }

    @Test
    void a_problem_of_the_other_is_handed_on() throws Exception {
        var answer = one.get("/v1/views/order-summary/" + order.replace("/", "%2F"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-row");
    }

    @Test
    void a_token_goes_with_the_request() throws Exception {
        other.append(order, created("A"));

        var answer = one.get(
                "/v1/views/order-summary/" + order.replace("/", "%2F"),
                "Daybook-Token",
                other.token(order),
                "Prefer",
                "wait=0");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void an_owner_that_does_not_answer_is_named_with_its_partition() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assign(member(one, 0), member(closed, 1));

        var answer = one.get("/v1/views/order-summary/" + order.replace("/", "%2F"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("owner-away");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().get("instance").asText()).isEqualTo("127.0.0.1:" + closed);
        assertThat(answer.json().get("partitions").toString()).isEqualTo("[1]");
    }

    @Test
    void a_partition_that_nobody_has_yet_is_waited_for_by_the_caller() throws Exception {
        other.leave(1);

        var answer = one.get("/v1/views/order-summary/" + order.replace("/", "%2F"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-not-ready");
        assertThat(answer.json().get("partition").asInt()).isEqualTo(1);
    }

    @Test
    void a_request_is_not_sent_round_when_each_takes_the_other_for_the_owner() throws Exception {
        other.leave(1);
        one.members = List.of(member(other, 1));
        other.members = List.of(member(one, 1));

        assertThat(one.get("/v1/views/order-summary/" + order.replace("/", "%2F"))
                        .code())
                .isEqualTo("view-not-ready");
    }

    @Test
    void a_stream_of_what_is_elsewhere_flows_as_if_it_were_here() throws Exception {
        try (var stream =
                one.stream("/v1/order/" + order.replace("/", "%2F") + "/events/stream", "Last-Event-ID", "1")) {
            other.happened(order, created("A"), item("1"));

            assertThat(stream.next().id()).isEqualTo("2");
            other.leave(1);
            assertThat(stream.endsWithoutMore()).isTrue();
        }
    }

    private void assign(Member... members) {
        one.members = List.of(members);
        other.members = List.of(members);
    }

    private static Member member(QueryServer server, int partition) {
        return member(server.address.port(), partition);
    }

    private static Member member(int port, int partition) {
        return new Member(
                new HostInfo("127.0.0.1", port), Set.of(new TopicPartition(OrderLog.TOPIC, partition)), Set.of());
    }
}
