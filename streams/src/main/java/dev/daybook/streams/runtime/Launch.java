package dev.daybook.streams.runtime;

import dev.daybook.platform.broker.BrokerSettings;
import dev.daybook.platform.schema.Contract;
import dev.daybook.streams.retry.Backoff;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the applications of a process. It waits for Kafka and for the schema registry, however long that takes. */
public final class Launch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private static final Map<String, Object> IMPATIENT = Map.of(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000);

    private final Surroundings surroundings;
    private final Resources resources;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));
    private final Waiting waiting = new Waiting(backoff);
    private @Nullable BrokerSettings brokers;

    /**
     * What is found out before something is started.
     *
     * @param <T> what is known then
     */
    @FunctionalInterface
    public interface Inspection<T> {
        T inspect(Admin admin) throws ExecutionException, InterruptedException;
    }

    /**
     * A launch.
     *
     * @param prefix what the names of the process's own settings begin with, such as {@code processor.}; may be empty
     * @throws dev.daybook.platform.config.ConfigException if a key under {@code kafka.} is one that cannot be set
     */
    public Launch(String prefix, Surroundings surroundings, Resources resources) {
        StreamsSettings.requireAllowed(prefix, surroundings.kafka());
        this.surroundings = surroundings;
        this.resources = resources;
    }

    /** What Kafka says, once it answers. What does not pass by waiting is thrown. */
    public <T> T inspect(Inspection<T> inspection) throws InterruptedException {
        try (var admin = admin(surroundings.kafka())) {
            return waiting.forAnswer("Kafka", () -> inspection.inspect(admin));
        }
    }

    /** Registers what an application writes, once the registry answers. */
    public void register(Contract contract) throws InterruptedException {
        waiting.forAnswer("the schema registry", () -> {
            contract.register(surroundings.registry());
            return true;
        });
    }

    /** Starts an application. */
    public RunningStreams start(String applicationId, Topology topology, Limits limits) throws InterruptedException {
        var settings =
                StreamsSettings.of(applicationId, resources, limits, brokers().leastSession(), surroundings.kafka());
        return RunningStreams.start(topology, settings, surroundings.meters(), admin(surroundings.kafka()));
    }

    /** The shortest session that a member of a group may ask for. */
    public Duration leastSession() throws InterruptedException {
        return brokers().leastSession();
    }

    /** The name of this instance, which it keeps over restarts. */
    public String instanceId() {
        return InstanceId.of(resources.stateDir());
    }

    /** They are asked for, and complained about, once. */
    private BrokerSettings brokers() throws InterruptedException {
        if (brokers == null) {
            brokers = inspect(BrokerSettings::read);
            brokers.remarks().forEach(remark -> LOG.warn("The brokers could serve better: {}", remark));
        }
        return brokers;
    }

    /** At the start and after a death it is better to know soon that nobody answers than to wait for long. */
    static Admin admin(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.putAll(IMPATIENT);
        return Admin.create(settings);
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        backoff.close();
    }
}
