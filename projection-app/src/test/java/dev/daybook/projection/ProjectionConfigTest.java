package dev.daybook.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.platform.config.Settings;
import dev.daybook.projection.live.StreamConfig;
import dev.daybook.projection.peer.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectionConfigTest {
    private static final Map<String, String> REQUIRED =
            Map.of("kafka.bootstrap.servers", "localhost:9092", "registry.url", "http://localhost:8085");

    @Test
    void serves_queries_on_port_8081_unless_told_otherwise() {
        var config = read(REQUIRED);

        assertThat(config.http().port()).isEqualTo(8081);
        assertThat(config.stateDir()).isEqualTo(Path.of("data", "projection-app"));
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.address()).isNull();
        assertThat(config.standbys()).isZero();
        assertThat(config.forwardTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.streams())
                .isEqualTo(new StreamConfig(1_000, Duration.ofSeconds(15), Duration.ofSeconds(10)))
                .isEqualTo(StreamConfig.standard());
    }

    @Test
    void takes_what_it_is_told() {
        var settings = new HashMap<>(REQUIRED);
        settings.putAll(Map.of("advertised.address", "[::1]:9", "standbys", "1", "forward.timeout", "1s"));
        settings.putAll(Map.of("stream.max", "7", "stream.heartbeat", "1s", "stream.patience", "2s"));
        settings.putAll(Map.of(
                "http.port", "0",
                "state.dir", "elsewhere",
                "store.memory", "128",
                "query.wait.max", "5s",
                "kafka.client.rack", "east"));

        var config = read(settings);

        assertThat(config.http().port()).isZero();
        assertThat(config.stateDir()).isEqualTo(Path.of("elsewhere"));
        assertThat(config.storeMemory()).isEqualTo(128);
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.common().kafka()).containsEntry("client.rack", "east");
        assertThat(config.address()).isEqualTo(new Address("::1", 9));
        assertThat(config.standbys()).isEqualTo(1);
        assertThat(config.forwardTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.streams()).isEqualTo(new StreamConfig(7, Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    private static ProjectionConfig read(Map<String, String> values) {
        return ProjectionConfig.from(Settings.of(ProjectionConfig.settings(), values));
    }
}
