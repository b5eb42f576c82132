package dev.daybook.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.embedded.EmbeddedStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSettingsIT {
    @Test
    void our_own_broker_is_as_it_should_be() throws Exception {
        var settings = read(EmbeddedStack.shared().bootstrapServers());

        assertThat(settings.remarks()).isEmpty();
        assertThat(settings.leastSession()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void each_default_that_costs_something_is_remarked(@TempDir Path dataDir) throws Exception {
        var defaults = Map.of(
                "add.partitions.to.txn.retry.backoff.ms", "20",
                "group.min.session.timeout.ms", "6000",
                "group.initial.rebalance.delay.ms", "3000",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "10000",
                "offsets.retention.minutes", "10080",
                "unclean.leader.election.enable", "true");
        try (var broker = EmbeddedBroker.start(dataDir, 0, defaults)) {
            var settings = read(broker.bootstrapServers());

            assertThat(settings.leastSession()).isEqualTo(Duration.ofSeconds(6));
            assertThat(settings.remarks())
                    .hasSameSizeAs(defaults.keySet())
                    .contains(
                            "add.partitions.to.txn.retry.backoff.ms is 20 on broker 1, wanted is 1: a committed answer"
                                    + " waits so much longer whenever a transaction follows another");
        }
    }

    private static BrokerSettings read(String bootstrapServers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return BrokerSettings.read(admin);
        }
    }
}
