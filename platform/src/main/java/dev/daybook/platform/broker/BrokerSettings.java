package dev.daybook.platform.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of a cluster's brokers.
 *
 * @param byBroker the value of each setting, by the id of the broker; nothing if the cluster does not tell
 */
public record BrokerSettings(Map<String, Map<String, String>> byBroker) {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSettings.class);

    private static final String LEAST_SESSION = "group.min.session.timeout.ms";
    /** Kafka's default. */
    private static final Duration USUAL_LEAST_SESSION = Duration.ofSeconds(6);

    /**
     * Asks for them. A cluster that does not tell, mostly because that takes rights that an app need not have, is no
     * failure.
     *
     * @throws ExecutionException if it does not answer
     */
    public static BrokerSettings read(Admin admin) throws ExecutionException, InterruptedException {
        try {
            var brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                    .toList();
            return new BrokerSettings(admin.describeConfigs(brokers).all().get().entrySet().stream()
                    .collect(Collectors.toMap(broker -> broker.getKey().name(), broker -> values(broker.getValue()))));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException told && !(told instanceof RetriableException)) {
                LOG.info(
                        "The settings of the brokers are not checked, because the cluster does not tell them: {}",
                        told.getMessage());
                return new BrokerSettings(Map.of());
            }
            throw e;
        }
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    /** The shortest session that a member of a group may ask for. */
    public Duration leastSession() {
        return byBroker.values().stream()
                .map(settings -> settings.get(LEAST_SESSION))
                .map(least -> least == null ? USUAL_LEAST_SESSION : Duration.ofMillis(Long.parseLong(least)))
                .max(Duration::compareTo)
                .orElse(USUAL_LEAST_SESSION);
    }

    /** What would be better otherwise: for each such setting its values, the value wanted, and what that costs. */
    public List<String> remarks() {
        return Wish.ALL.stream()
                .map(wish -> wish.remark(values(wish.setting()), byBroker.size()))
                .filter(remark -> !remark.isEmpty())
                .toList();
    }

    private Map<String, String> values(String setting) {
        var values = new TreeMap<String, String>();
        byBroker.forEach((broker, settings) -> {
            var value = settings.get(setting);
            if (value != null) {
                values.put(broker, value);
            }
        });
        return values;
    }
}
