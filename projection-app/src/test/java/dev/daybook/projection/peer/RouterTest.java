package dev.daybook.projection.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.http.HttpConfig;
import dev.daybook.http.HttpServer;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.stream.Condition;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.stream.Member;
import dev.daybook.projection.timeline.TimelineLedger;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partition that moves to this instance while another, which does not answer, is asked for it. */
class RouterTest {
    private static final Address SELF = new Address("127.0.0.1", 1);
    private static final String TOPIC = "events";

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final Metrics metrics = new Metrics("test");
    private final Peers peers = new Peers(SELF, Duration.ofMillis(200), Duration.ofMillis(200), metrics.registry());
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServerSocket silent = socket();
    private final int ownersPort = silent.getLocalPort();
    private final HttpServer server = HttpServer.start(HttpConfig.onFreePort(), new Healthy(), metrics, routes -> {
        var shard = new Shards<TimelineLedger>("nothing", 1).of(0);
        var handler = peers.route(_ -> new Place(new Moving(), TOPIC, shard), _ -> done.incrementAndGet());
        routes.get("/", handler);
        routes.post("/", handler);
    });

    @AfterEach
    void close() throws IOException {
        client.close();
        peers.close();
        server.close();
        silent.close();
        metrics.close();
    }

    @Test
    void a_question_is_asked_again_where_the_partition_is_now() throws Exception {
        assertThat(send("GET")).isEqualTo(200);
        assertThat(done).hasValue(1);
    }

    @Test
    void a_change_that_may_be_done_is_not_done_again() throws Exception {
        assertThat(send("POST")).isEqualTo(500);
        assertThat(done).hasValue(0);
    }

    @Test
    void a_change_that_nobody_has_heard_of_is_done_where_the_partition_is_now() throws Exception {
        silent.close();

        assertThat(send("POST")).isEqualTo(200);
        assertThat(done).hasValue(1);
    }

    private int send(String method) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The first look shows the other as the owner, any later one this instance. */
    private final class Moving implements Group {
        @Override
        public String name() {
            return "moving";
        }

        @Override
        public Condition condition() {
            return Condition.of(Condition.State.RUNNING);
        }

        @Override
        public List<Member> members() {
            var port = looks.getAndIncrement() == 0 ? ownersPort : SELF.port();
            return List.of(new Member(new HostInfo("127.0.0.1", port), Set.of(new TopicPartition(TOPIC, 0)), Set.of()));
        }

        @Override
        public Optional<KeyValueStore<Bytes, byte[]>> copy(String store, int partition) {
            return Optional.empty();
        }
    }

    private record Healthy() implements App {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public String whyNotReady() {
            return "";
        }

        @Override
        public void close() {}
    }
}
