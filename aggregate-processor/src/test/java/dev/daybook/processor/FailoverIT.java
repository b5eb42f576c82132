package dev.daybook.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.embedded.ChildJvm;
import dev.daybook.embedded.JvmCommand;
import dev.daybook.embedded.Loopback;
import dev.daybook.orders.CreateOrder;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.message.EventHeaders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, of which one, in a process of its own, goes while commands come in. */
@TestMethodOrder(OrderAnnotation.class)
class FailoverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SESSION = "2000";
    /** Without fencing it would be the session and the time-out of a transaction, 12 s at least. */
    private static final Duration FAILOVER = Duration.ofSeconds(5);

    private static final int PARTITIONS = 4;

    @TempDir
    private static Path folder;

    private static AggregateProcessor survivor;
    private static ChildJvm other;

    private Client client;

    @BeforeAll
    static void startBoth() throws InterruptedException {
        Orders.open().close();
        survivor = AggregateProcessor.start(
                ProcessorConfig.from(Settings.of(ProcessorConfig.settings(), settings("survivor", 0, Map.of()))));
        var port = Loopback.reserve("processor", 0);
        // So it has a transaction open whenever it goes.
        var seldom = Map.of("kafka.commit.interval.ms", "1500");
        other = ChildJvm.start(
                JvmCommand.small("other", Main.class.getName()).withSettings(settings("other", port, seldom)), folder);
        other.awaitReady(URI.create("http://127.0.0.1:" + port), PATIENCE);
    }

    @AfterAll
    static void stopBoth() {
        other.close();
        survivor.close();
    }

    @BeforeEach
    void send(TestInfo test) throws InterruptedException {
        await().atMost(PATIENCE).until(() -> owners() == 2);
        client = new Client(Orders.open(), test.getDisplayName());
        awaitEveryPartition(System.currentTimeMillis(), PATIENCE);
    }

    @AfterEach
    void stopSending() {
        client.close();
    }

    @Test
    @Order(1)
    void goes_on_without_an_instance_that_sleeps_and_takes_it_back() throws Exception {
        signal("STOP");
        awaitEveryPartition(System.currentTimeMillis(), FAILOVER);

        signal("CONT");

        await().atMost(PATIENCE).until(() -> owners() == 2);
        assertNothingIsLost();
    }

    @Test
    @Order(2)
    void goes_on_without_an_instance_that_was_killed() {
        other.kill();

        awaitEveryPartition(System.currentTimeMillis(), FAILOVER);
        assertNothingIsLost();
    }

    /** How many instances have partitions. */
    private static int owners() throws ExecutionException, InterruptedException {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Orders.settings().get("kafka.bootstrap.servers")))) {
            return (int) admin.describeConsumerGroups(List.of("orders-processor")).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }

    private static void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(other.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits until a command that came in later than that has its event committed, in every partition. */
    private static void awaitEveryPartition(long since, Duration bound) {
        await().atMost(bound).pollInterval(Duration.ofMillis(100)).until(() -> {
            var latest = Orders.committed(Orders.EVENTS).stream()
                    .collect(Collectors.toMap(ConsumerRecord::partition, ConsumerRecord::timestamp, Math::max));
            return latest.size() == PARTITIONS && latest.values().stream().allMatch(time -> time > since);
        });
    }

    private void assertNothingIsLost() {
        var sent = client.end();
        await().atMost(PATIENCE).until(() -> Orders.events(client.prefix).size() >= sent);
        assertThat(Orders.events(client.prefix))
                .extracting(EventHeaders::id)
                .doesNotHaveDuplicates()
                .hasSize(sent);
    }

    private static Map<String, String> settings(String name, int adminPort, Map<String, String> more) {
        var settings = new HashMap<>(Orders.settings());
        settings.put("processor.state.dir", folder.resolve(name).toString());
        settings.put("kafka.session.timeout.ms", SESSION);
        settings.put("admin.port", String.valueOf(adminPort));
        settings.putAll(more);
        return settings;
    }

    /** Creates orders, one after the other, twenty in a second. */
    private static final class Client implements AutoCloseable {
        private final Orders orders;
        private final String prefix;
        private final CountDownLatch ending = new CountDownLatch(1);
        private final Thread thread;
        private int sent;

        Client(Orders orders, String prefix) {
            this.orders = orders;
            this.prefix = prefix + "-";
            this.thread = Thread.ofPlatform().start(this::send);
        }

        private void send() {
            try {
                while (!ending.await(50, TimeUnit.MILLISECONDS)) {
                    sent++;
                    orders.send(prefix + sent, prefix + sent, new CreateOrder("ALFKI", "USD", null));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Ends, and says how many it has sent. */
        int end() {
            ending.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return sent;
        }

        @Override
        public void close() {
            end();
            orders.close();
        }
    }
}
