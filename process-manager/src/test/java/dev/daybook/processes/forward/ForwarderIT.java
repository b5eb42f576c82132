package dev.daybook.processes.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.embedded.EmbeddedStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwarderIT {
    private static final int LARGEST = 10_000;

    private final String name = "forwarder-" + UUID.randomUUID();
    private final String from = name + "-from";
    private final String to = name + "-to";
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", EmbeddedStack.shared().bootstrapServers());
    private final Admin admin = Admin.create(kafka);
    private final KafkaProducer<String, String> producer =
            new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer());
    private final KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer());
    private final List<String> arrived = new ArrayList<>();
    private final List<Forwarder> forwarders = new ArrayList<>();

    private volatile Predicate<String> troubles = value -> false;
    private volatile Predicate<String> swells = value -> false;
    private volatile Predicate<String> unlinked = value -> false;
    private volatile Predicate<String> ends = value -> false;

    @BeforeEach
    void start() throws Exception {
        admin.createTopics(List.of(new NewTopic(from, 2, (short) 1), new NewTopic(to, 1, (short) 1)))
                .all()
                .get();
        await().ignoreExceptions()
                .until(() -> admin.describeTopics(List.of(from, to))
                                .allTopicNames()
                                .get()
                                .size()
                        == 2);
        consumer.assign(List.of(new TopicPartition(to, 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    @AfterEach
    void stop() {
        forwarders.forEach(Forwarder::close);
        consumer.close();
        producer.close();
        admin.close();
    }

    @Test
    void forwards_each_message_once_and_in_order_over_orderly_restarts() {
        send(0, "a", "b");
        var first = forwarder("one");
        awaitArrival("a", "b");
        assertThat(first.ready()).isTrue();
        first.close();

        send(0, "c");
        var second = forwarder("two");
        awaitArrival("a", "b", "c");

        assertThat(second.whyNotReady()).isEmpty();
        assertThat(first.whyNotReady()).contains("closed");
    }

    @Test
    void lets_what_follows_a_message_that_nobody_can_tell_wait_and_nothing_else() {
        troubles = "bad"::equals;
        var forwarder = forwarder("one");
        send(0, "a", "bad", "c");
        send(1, "x");
        await().until(() -> arrived().containsAll(List.of("a", "x")));
        await().until(() -> forwarder.whyNotReady().contains("trouble with bad"));
        assertThat(forwarder.whyNotReady()).contains("cannot go on in " + from + "-0", "of offset 1");
        send(1, "y");
        await().until(() -> arrived().contains("y"));
        assertThat(arrived()).doesNotContain("bad", "c");

        troubles = value -> false;

        await().until(() -> arrived().contains("c"));
        assertThat(arrived().stream().filter(value -> List.of("a", "bad", "c").contains(value)))
                .containsExactly("a", "bad", "c");
        await().until(forwarder::ready);
    }

    @Test
    void sends_nothing_after_what_kafka_does_not_take() {
        swells = "large"::equals;
        var forwarder = forwarder("one");
        send(0, "a", "large", "c");
        await().untilAsserted(() -> assertThat(forwarder.whyNotReady())
                .contains("begins anew", "offset 1 of " + from + "-0", "RecordTooLarge"));
        awaitArrival("a");

        swells = value -> false;

        awaitArrival("a", "large", "c");
        await().until(forwarder::ready);
    }

    @Test
    void waits_for_another_build_where_its_own_does_not_link() {
        unlinked = "unlinked"::equals;
        var forwarder = forwarder("one");
        send(0, "a", "unlinked");

        await().untilAsserted(() ->
                assertThat(forwarder.whyNotReady()).contains("of offset 1: " + NoClassDefFoundError.class.getName()));
        assertThat(forwarder.live()).isTrue();
    }

    @Test
    void says_so_when_it_has_stopped_for_good() {
        ends = "end"::equals;
        var forwarder = forwarder("one");
        send(0, "end");

        await().until(() -> !forwarder.live());
        assertThat(forwarder.whyNotReady()).contains("has stopped", "no memory");
    }

    @Test
    void leaves_its_partitions_to_another_at_once_when_it_is_closed() {
        var first = forwarder("one");
        await().until(first::ready);
        var second = forwarder("two");
        await().until(second::ready);
        send(0, "a");
        send(1, "b");
        await().until(() -> arrived().size() == 2);

        first.close();
        send(0, "c");
        send(1, "d");

        await().atMost(Duration.ofSeconds(5)).until(() -> arrived().size() == 4);
        assertThat(arrived()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    private Forwarder forwarder(String instance) {
        var clients = new ForwardClients(kafka, instance, Duration.ofSeconds(6), LARGEST);
        var forwarder = Forwarder.start(name, new Copying(), clients, new SimpleMeterRegistry());
        forwarders.add(forwarder);
        return forwarder;
    }

    private void send(int partition, String... values) {
        for (var value : values) {
            var _ = producer.send(new ProducerRecord<>(from, partition, "key", value));
        }
        producer.flush();
    }

    private void awaitArrival(String... values) {
        await().until(() -> arrived().size() >= values.length);
        assertThat(arrived()).containsExactly(values);
    }

    private List<String> arrived() {
        consumer.poll(Duration.ofMillis(50))
                .forEach(message -> arrived.add(message.value().strip()));
        return arrived;
    }

    /** From one topic to the other. */
    private final class Copying implements Route {
        @Override
        public Set<String> topics() {
            return Set.of(from);
        }

        @Override
        public List<ProducerRecord<byte[], byte[]>> follow(ConsumerRecord<byte[], byte[]> message) {
            var value = new String(message.value(), UTF_8);
            if (troubles.test(value)) {
                throw new IllegalStateException("trouble with " + value);
            }
            if (unlinked.test(value)) {
                throw new NoClassDefFoundError(value);
            }
            if (ends.test(value)) {
                throw new OutOfMemoryError("no memory");
            }
            var blanks = swells.test(value) ? " ".repeat(LARGEST) : "";
            return List.of(new ProducerRecord<>(to, message.key(), (value + blanks).getBytes(UTF_8)));
        }
    }
}
