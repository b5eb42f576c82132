package dev.daybook.streams.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.embedded.EmbeddedStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members and transactions with the names that Kafka Streams gives them. */
class GroupIT {
    private final String application = "app-" + UUID.randomUUID();
    private final Map<String, Object> cluster =
            Map.of("bootstrap.servers", EmbeddedStack.shared().bootstrapServers());
    private final Admin admin = Admin.create(cluster);
    private final Group group = new Group(admin, application);
    private final Instance living = new Instance("living");
    private final Instance other = new Instance("other");

    @BeforeEach
    void start() throws Exception {
        admin.createTopics(List.of(new NewTopic(application, 2, (short) 1)))
                .all()
                .get();
        await().ignoreExceptions()
                .until(() -> admin.describeTopics(List.of(application))
                                .allTopicNames()
                                .get()
                                .size()
                        == 1);
        living.begin();
        other.begin();
    }

    @AfterEach
    void stop() {
        living.close();
        other.close();
        admin.close();
    }

    @Test
    void ends_the_transaction_of_who_is_no_member_and_of_nobody_else() throws Exception {
        living.join();

        group.fenceAbandoned(List.of(living.member()));

        assertThat(ongoing()).containsExactly(living.transactionalId());
    }

    @Test
    void leaves_the_transactions_of_members_alone() throws Exception {
        joinBoth();

        group.fenceAbandoned(List.of(living.member()));

        assertThat(ongoing()).containsExactlyInAnyOrder(living.transactionalId(), other.transactionalId());
    }

    @Test
    void ends_nothing_for_who_is_no_member() throws Exception {
        living.join();

        group.fenceAbandoned(List.of(other.member()));

        assertThat(ongoing()).hasSize(2);
    }

    @Test
    void releases_an_instance_that_is_known_to_be_dead() throws Exception {
        joinBoth();

        group.release("other");

        assertThat(members()).containsExactly(living.member());
        assertThat(ongoing()).containsExactly(living.transactionalId());
    }

    @Test
    void releases_a_former_run_if_there_are_others() throws Exception {
        joinBoth();

        group.releaseToOthers("other");

        assertThat(members()).containsExactly(living.member());
        assertThat(ongoing()).containsExactly(living.transactionalId());
    }

    @Test
    void keeps_the_place_of_a_former_run_that_was_alone() throws Exception {
        living.join();

        group.releaseToOthers("living");

        assertThat(members()).containsExactly(living.member());
        assertThat(ongoing()).hasSize(2);
    }

    @Test
    void has_nothing_to_release_where_there_is_no_group() throws Exception {
        group.release("other");

        assertThat(ongoing()).hasSize(2);
    }

    private void joinBoth() {
        living.join();
        await().until(() -> {
            other.poll();
            living.poll();
            return living.partitions() == 1 && other.partitions() == 1;
        });
    }

    private List<String> members() throws Exception {
        return admin
                .describeConsumerGroups(List.of(application))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .members()
                .stream()
                .map(MemberDescription::clientId)
                .toList();
    }

    private List<String> ongoing() throws Exception {
        var options = new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING));
        return admin.listTransactions(options).all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(application))
                .toList();
    }

    /** A stream thread's two clients. */
    private final class Instance implements AutoCloseable {
        private final String process = application + "-" + UUID.randomUUID();
        private final KafkaConsumer<String, String> consumer;
        private final KafkaProducer<String, String> producer;

        Instance(String name) {
            consumer = new KafkaConsumer<>(
                    with(Map.of(
                            "group.id",
                            application,
                            "group.instance.id",
                            name + "-1",
                            "client.id",
                            member(),
                            "heartbeat.interval.ms",
                            "100",
                            "enable.auto.commit",
                            "false")),
                    new StringDeserializer(),
                    new StringDeserializer());
            producer = new KafkaProducer<>(
                    with(Map.of("transactional.id", transactionalId())),
                    new StringSerializer(),
                    new StringSerializer());
        }

        private Map<String, Object> with(Map<String, Object> own) {
            var all = new HashMap<>(own);
            all.putAll(cluster);
            return all;
        }

        String member() {
            return process + "-StreamThread-1-consumer";
        }

        String transactionalId() {
            return process + "-1";
        }

        void begin() throws Exception {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(application, "a value")).get();
        }

        void join() {
            await().until(() -> {
                poll();
                return partitions() == 2;
            });
        }

        void poll() {
            consumer.subscribe(List.of(application));
            consumer.poll(Duration.ofMillis(50));
        }

        int partitions() {
            return consumer.assignment().size();
        }

        @Override
        public void close() {
            producer.close(Duration.ZERO);
            consumer.close();
        }
    }
}
