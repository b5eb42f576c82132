package dev.daybook.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    private static final String REPLICAS = "transaction.state.log.replication.factor";

    @Test
    void nothing_is_remarked_on_brokers_that_do_not_tell() {
        var silent = new BrokerSettings(Map.of());

        assertThat(silent.remarks()).isEmpty();
        assertThat(silent.leastSession()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void as_many_replicas_are_wanted_as_there_are_brokers_up_to_three() {
        assertThat(brokers(Map.of(REPLICAS, "1"), 1).remarks()).isEmpty();
        assertThat(brokers(Map.of(REPLICAS, "2"), 2).remarks()).isEmpty();
        assertThat(brokers(Map.of(REPLICAS, "3"), 5).remarks()).isEmpty();
        assertThat(brokers(Map.of(REPLICAS, "2"), 3).remarks())
                .containsExactly(REPLICAS + " is 2 on broker 1, 2, 3, wanted is 3: the loss of a broker can lose"
                        + " transactions, and all commands stand still");
    }

    @Test
    void the_shortest_session_is_the_one_that_every_broker_allows() {
        var settings = new BrokerSettings(Map.of(
                "1", Map.of("group.min.session.timeout.ms", "1000"),
                "2", Map.of("group.min.session.timeout.ms", "4000")));

        assertThat(settings.leastSession()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.remarks())
                .containsExactly("group.min.session.timeout.ms is 4000 on broker 2, wanted is 3000 or less: so long at"
                        + " least nobody takes over from a processor that died");
    }

    private static BrokerSettings brokers(Map<String, String> settings, int count) {
        var brokers = new TreeMap<String, Map<String, String>>();
        for (var broker = 1; broker <= count; broker++) {
            brokers.put(String.valueOf(broker), settings);
        }
        return new BrokerSettings(brokers);
    }
}
