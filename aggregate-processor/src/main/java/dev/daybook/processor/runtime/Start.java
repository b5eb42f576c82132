package dev.daybook.processor.runtime;

import dev.daybook.core.BoundedContext;
import dev.daybook.platform.broker.BrokerSettings;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.platform.topic.TopicGuard;
import dev.daybook.processor.command.Rules;
import dev.daybook.processor.retry.Backoff;
import dev.daybook.processor.topology.ProcessorTopology;
import dev.daybook.processor.topology.WritePath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the application of a context once its topics are safe and its contract is accepted. */
public final class Start implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    private static final Map<String, Object> IMPATIENT = Map.of(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000);

    private final Surroundings surroundings;
    private final Rules rules;
    private final Resources resources;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));
    private final Waiting waiting = new Waiting(backoff);
    private @Nullable BrokerSettings brokers;

    /**
     * A start.
     *
     * @throws dev.daybook.platform.config.ConfigException if a key under {@code kafka.} is one that cannot be set
     */
    public Start(Surroundings surroundings, Rules rules, Resources resources) {
        StreamsSettings.requireAllowed(surroundings.kafka());
        this.surroundings = surroundings;
        this.rules = rules;
        this.resources = resources;
    }

    /** Starts a context. It waits for Kafka and for the registry. */
    public ContextStreams start(BoundedContext context) throws InterruptedException {
        var topics = inspect(context);
        waiting.forAnswer("the schema registry", () -> {
            ProcessorTopology.contract(context).register(surroundings.registry());
            return true;
        });
        var limits = topics.limits(new ContextTopics(context.name()), rules.largestPayload());
        var path = new WritePath(
                context,
                topics.partitions(),
                rules,
                limits.largestDeadLetter(),
                surroundings.serdes(),
                surroundings.patience(),
                surroundings.meters());
        return ContextStreams.start(
                ProcessorTopology.build(path),
                StreamsSettings.of(
                        ProcessorTopology.applicationId(context),
                        resources,
                        limits,
                        brokers().leastSession(),
                        surroundings.kafka()),
                surroundings.meters(),
                admin(surroundings.kafka()));
    }

    private TopicFacts inspect(BoundedContext context) throws InterruptedException {
        try (var admin = admin(surroundings.kafka())) {
            return waiting.forAnswer("Kafka", () -> {
                TopicGuard.check(List.of(context), admin);
                var facts = TopicFacts.read(admin, context);
                ChangelogGuard.check(admin, context, facts.partitions());
                return facts;
            });
        }
    }

    /** They are asked for, and complained about, once. */
    private BrokerSettings brokers() throws InterruptedException {
        if (brokers == null) {
            try (var admin = admin(surroundings.kafka())) {
                brokers = waiting.forAnswer("Kafka", () -> BrokerSettings.read(admin));
            }
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
