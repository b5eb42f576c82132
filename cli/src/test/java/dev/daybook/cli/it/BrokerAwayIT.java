package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.gateway.CommandGateway;
import dev.daybook.gateway.GatewayConfig;
import dev.daybook.platform.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that loses its broker. */
final class BrokerAwayIT {
    @TempDir
    private Path temp;

    @Test
    void is_told_to_the_caller_and_nothing_is_half_written() throws Exception {
        try (var gateway = gatewayWhoseBrokerWentAway()) {
            var answer = Http.post(
                    URI.create("http://127.0.0.1:" + gateway.port()),
                    "/v1/order/1/create-order",
                    "{\"customerId\": \"ALFKI\"}");

            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("\\d+");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private CommandGateway gatewayWhoseBrokerWentAway() {
        try (var broker = EmbeddedBroker.start(temp, 0, Map.of())) {
            TestStack.makeTopics(broker.bootstrapServers());
            return CommandGateway.start(config(broker));
        }
    }

    private static GatewayConfig config(EmbeddedBroker broker) {
        return GatewayConfig.from(Settings.of(
                GatewayConfig.settings(),
                Map.of(
                        "http.port",
                        "0",
                        "append.timeout",
                        "3s",
                        "kafka.bootstrap.servers",
                        broker.bootstrapServers(),
                        "registry.url",
                        TestStack.running().registry().toString())));
    }
}
