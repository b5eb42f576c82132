package dev.daybook.projection.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    @Test
    void the_operator_may_choose_what_guards_nothing() {
        assertThat(configured(Map.of("commit.interval.ms", "200", "poll.ms", "5")))
                .containsEntry("commit.interval.ms", "200")
                .containsEntry("poll.ms", "5")
                .containsEntry("num.stream.threads", 1);
    }

    @Test
    void the_operator_may_not_choose_what_guards_correctness() {
        assertThat(configured(Map.of(
                        "processing.guarantee", "exactly_once_v2",
                        "consumer.isolation.level", "read_uncommitted",
                        "statestore.cache.max.bytes", "1000")))
                .containsEntry("processing.guarantee", "at_least_once")
                .containsEntry("consumer.isolation.level", "read_committed")
                .containsEntry("statestore.cache.max.bytes", 0);
    }

    @Test
    void kafka_streams_accepts_the_configuration() {
        try (var memory = new StoreMemory(8)) {
            var config = new StreamsConfig(
                    settings(memory, Map.of("bootstrap.servers", "localhost:1")).of("app"));

            assertThat(config.getMainConsumerConfigs("group", "client", 0))
                    .containsEntry("isolation.level", "read_committed")
                    .containsEntry("auto.offset.reset", "earliest");
            assertThat(config.getString("application.server")).isEqualTo("host:8081");
            assertThat(config.getInt("num.standby.replicas")).isEqualTo(1);
            assertThat(config.unused()).doesNotContain("isolation.level");
        }
    }

    private static Map<Object, Object> configured(Map<String, Object> kafka) {
        try (var memory = new StoreMemory(8)) {
            return settings(memory, kafka).of("app");
        }
    }

    private static StreamsSettings settings(StoreMemory memory, Map<String, Object> kafka) {
        return new StreamsSettings(kafka, Path.of("state"), memory, "host:8081", 1);
    }
}
