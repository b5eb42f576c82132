package dev.daybook.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.platform.topic.TopicChange.AddPartitions;
import dev.daybook.platform.topic.TopicChange.Refused;
import dev.daybook.platform.topic.TopicChange.ResetConfig;
import dev.daybook.platform.topic.TopicChange.SetConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicDifferenceTest {
    private static final TopicSpec WANTED =
            new TopicSpec(Sales.EVENTS, TopicKind.EVENTS, 4, (short) 3, Map.of("retention.ms", "-1"));

    @Test
    void a_topic_that_is_as_it_should_be_does_not_differ() {
        assertThat(differences(4, 3, Map.of("retention.ms", "-1", "segment.ms", "604800000"), Set.of("retention.ms")))
                .isEmpty();
    }

    @Test
    void sets_what_is_different_and_resets_what_nobody_asked_for() {
        assertThat(differences(
                        4, 3, Map.of("retention.ms", "1000", "segment.ms", "5"), Set.of("retention.ms", "segment.ms")))
                .containsExactly(
                        new SetConfig(Sales.EVENTS, "retention.ms", "1000", "-1"),
                        new ResetConfig(Sales.EVENTS, "segment.ms", "5"));
    }

    @Test
    void adds_partitions_while_there_are_no_aggregates() {
        assertThat(new TopicDifference(WANTED, actual(2, 3, WANTED.config(), Set.of()), false).changes())
                .containsExactly(new AddPartitions(Sales.EVENTS, 2, 4));
    }

    @Test
    void refuses_partitions_that_would_tear_aggregates_apart() {
        assertThat(new TopicDifference(WANTED, actual(2, 3, WANTED.config(), Set.of()), true).changes())
                .singleElement()
                .isInstanceOf(Refused.class)
                .extracting(TopicChange::describe)
                .isEqualTo(
                        "! sales.order.events: partitions from 2 to 4: refused, there are records already: new ones for"
                                + " the same aggregate would go to another partition, away from its state");
    }

    @Test
    void refuses_what_kafka_cannot_change() {
        assertThat(differences(8, 1, WANTED.config(), Set.of()))
                .extracting(TopicChange::describe)
                .containsExactly(
                        "! sales.order.events: partitions from 8 to 4: refused, Kafka cannot take partitions away",
                        "! sales.order.events: replication from 1 to 3: refused, replicas are moved with Kafka's own"
                                + " kafka-reassign-partitions");
    }

    private static List<TopicChange> differences(
            int partitions, int replication, Map<String, String> config, Set<String> own) {
        return new TopicDifference(WANTED, actual(partitions, replication, config, own), false).changes();
    }

    private static ClusterTopic actual(int partitions, int replication, Map<String, String> config, Set<String> own) {
        return new ClusterTopic(Sales.EVENTS, partitions, replication, config, own);
    }
}
