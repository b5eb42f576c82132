package dev.daybook.streams.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.daybook.embedded.EmbeddedStack;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangelogGuardIT {
    private final String application = "app-" + UUID.randomUUID();
    private final String changelog = application + "-changelog";
    private final String input = application + ".commands";
    private final String output = application + ".events";
    private final Map<String, Object> cluster =
            Map.of("bootstrap.servers", EmbeddedStack.shared().bootstrapServers());
    private final Admin admin = Admin.create(cluster);

    @BeforeEach
    void start() throws Exception {
        create(input);
        create(output);
    }

    @AfterEach
    void stop() {
        admin.close();
    }

    @Test
    void lets_an_application_begin() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void lets_an_application_go_on_that_has_its_changelog() throws Exception {
        create(changelog);
        write();
        read(input, 1);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void refuses_one_that_has_written_but_lost_its_changelog() throws Exception {
        write();

        assertThatThrownBy(this::check)
                .isInstanceOf(ChangelogMissingException.class)
                .hasMessage("The topic " + changelog + " is missing, which " + application
                        + " restores what it remembers from, but there are records in " + output
                        + ". Without it all begins again. Restore that topic from a backup; or weep. Before either,"
                        + " stop every instance and delete the folder " + application
                        + " in the state folder of each: what is in it is of the topic that is gone, and could be taken"
                        + " for the new one's");
    }

    @Test
    void refuses_one_that_has_read_but_lost_its_changelog() throws Exception {
        read(input, 1);

        assertThatThrownBy(this::check)
                .isInstanceOf(ChangelogMissingException.class)
                .hasMessageContaining("its group has read " + input);
    }

    @Test
    void takes_nothing_for_a_trace_that_is_of_others_or_says_nothing() throws Exception {
        read(input, 0);
        read(output, 1);
        write();

        assertThatCode(() -> ChangelogGuard.check(admin, List.of(recollection(null))))
                .doesNotThrowAnyException();
    }

    private void check() throws Exception {
        ChangelogGuard.check(admin, List.of(recollection(output)));
    }

    private Recollection recollection(@Nullable String own) {
        return new Recollection(application, changelog, input, own, "all begins again", "or weep");
    }

    private void create(String topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        await().ignoreExceptions()
                .until(() -> admin.describeTopics(List.of(topic))
                                .allTopicNames()
                                .get()
                                .size()
                        == 1);
    }

    private void write() throws Exception {
        try (var producer = new KafkaProducer<>(cluster, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(output, 1, "a", "an event")).get();
        }
    }

    private void read(String topic, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        application, Map.of(new TopicPartition(topic, 1), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
