package dev.daybook.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.config.ConfigException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsSettingsTest {

    @TempDir
    private Path stateDir;

    @Test
    void leaves_it_to_the_pace_to_send_and_commit_early() {
        var config = config(Map.of());

        assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(100);
        assertThat(config.getProducerConfigs("p")).containsEntry("linger.ms", 5).containsEntry("retry.backoff.ms", 1);
        assertThat(config.getAdminConfigs("a")).doesNotContainKey("retry.backoff.ms");
    }

    @Test
    void takes_what_keeps_outcomes_right_from_nobody() {
        var config = config(Map.of());

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(config.getProducerConfigs("p")).containsEntry("max.request.size", 2_000);
    }

    @Test
    void lets_other_keys_win_with_and_without_a_prefix() {
        assertThat(config(Map.of("linger.ms", "7")).getProducerConfigs("p")).containsEntry("linger.ms", "7");
        assertThat(config(Map.of("producer.linger.ms", "7")).getProducerConfigs("p"))
                .containsEntry("linger.ms", "7");
        assertThat(config(Map.of("commit.interval.ms", "50")).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG))
                .isEqualTo(50);
        assertThat(config(Map.of("security.protocol", "SSL")).getProducerConfigs("p"))
                .containsEntry("security.protocol", "SSL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processing.guarantee",
                "acks",
                "producer.acks",
                "consumer.isolation.level",
                "main.consumer.auto.offset.reset",
                "restore.consumer.isolation.level",
                "production.exception.handler",
                "application.id",
                "state.dir",
                "client.id",
                "group.instance.id",
                "partitioner.ignore.keys",
            })
    void refuses_keys_that_guard_correctness(String key) {
        assertThatThrownBy(() -> StreamsSettings.requireAllowed("processor.", Map.of(key, "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("kafka." + key + " cannot be set: ");
    }

    @Test
    void names_the_setting_that_stands_for_a_key() {
        assertThatThrownBy(() -> StreamsSettings.requireAllowed("processor.", Map.of("state.dir", "x")))
                .hasMessageContaining("set processor.state.dir instead");
        assertThatThrownBy(() -> StreamsSettings.requireAllowed("", Map.of("state.dir", "x")))
                .hasMessageContaining("set state.dir instead");
    }

    @Test
    void names_every_key_that_it_refuses() {
        assertThatThrownBy(() -> StreamsSettings.requireAllowed(
                        "processor", Map.of("acks", "1", "group.id", "x", "linger.ms", "7")))
                .hasMessageContainingAll("kafka.acks", "kafka.group.id")
                .hasMessageNotContaining("linger");
    }

    @Test
    void asks_for_the_shortest_session_of_three_seconds_or_more() {
        assertThat(session(Duration.ofSeconds(1), Map.of())).isEqualTo(3_000);
        assertThat(session(Duration.ofSeconds(6), Map.of())).isEqualTo(6_000);
        assertThat(session(Duration.ofSeconds(6), Map.of("session.timeout.ms", "9000")))
                .isEqualTo("9000");
    }

    private @Nullable Object session(Duration leastSession, Map<String, Object> kafka) {
        return config(leastSession, kafka).getMainConsumerConfigs("g", "c", 1).get("session.timeout.ms");
    }

    @Test
    void keeps_the_name_of_the_instance_over_restarts() {
        var name = config(Map.of()).getMainConsumerConfigs("g", "c", 1).get("group.instance.id");

        assertThat(config(Map.of()).getMainConsumerConfigs("g", "c", 1)).containsEntry("group.instance.id", name);
    }

    private StreamsConfig config(Map<String, Object> kafka) {
        return config(Duration.ofSeconds(1), kafka);
    }

    private StreamsConfig config(Duration leastSession, Map<String, Object> kafka) {
        var all = new HashMap<>(kafka);
        all.put("bootstrap.servers", "localhost:9092");
        return new StreamsConfig(StreamsSettings.of(
                "orders-processor",
                new Resources(stateDir, 2, 1, 1_000_000),
                new Limits(1_000, 2_000),
                leastSession,
                all));
    }
}
