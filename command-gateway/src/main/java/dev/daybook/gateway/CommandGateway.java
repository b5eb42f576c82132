package dev.daybook.gateway;

import dev.daybook.core.BoundedContext;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.dispatch.CommandLog;
import dev.daybook.gateway.dispatch.KafkaDispatcher;
import dev.daybook.gateway.reply.ReplyInbox;
import dev.daybook.gateway.request.InFlight;
import dev.daybook.http.HttpServer;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.config.ConfigException;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.Contract;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.platform.topic.TopicGuard;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * A running command gateway: HTTP in, commands topics out, topics of replies in, HTTP out. It keeps nothing; any number
 * of them can run side by side.
 */
public final class CommandGateway implements App {
    private final Resources resources = new Resources();
    private final Map<String, ReplyInbox> inboxes = new LinkedHashMap<>();
    private final HttpServer http;
    private volatile boolean closing;

    private CommandGateway(GatewayConfig config, List<BoundedContext> contexts) {
        try {
            requireTopics(config, contexts);
            var registry = resources.add(new HttpSchemaRegistry(config.common().registry()));
            contexts.forEach(context -> Contract.of(context).register(registry));
            var serdes = RecordSerdes.create(config.common().registry(), registry);
            var metrics = resources.add(new Metrics("command-gateway"));
            var clients = new KafkaClients(config.common().kafka(), config.appendTimeout());

            var producer = clients.producer();
            var log = resources.add(new CommandLog(producer, serdes, Clock.systemUTC()));
            resources.add(new KafkaClientMetrics(producer)).bindTo(metrics.registry());
            for (var context : contexts) {
                var partition = replyPartition(producer, new ContextTopics(context.name()).replies(), config);
                var outcomes = serdes.deserializer(Outcome.class);
                var inbox = resources.add(new ReplyInbox(partition, clients::consumer, outcomes));
                inboxes.put(context.name(), inbox);
                gauge(metrics, context.name(), inbox);
            }

            var inFlight = new InFlight(config.maxInFlight());
            Gauge.builder("daybook.gateway.inflight", inFlight, InFlight::count)
                    .description("Commands and inquiries in flight")
                    .register(metrics.registry());
            var catalog = Catalog.of(contexts, config.json());
            var routes = new Routes(config, catalog, new KafkaDispatcher(log, inboxes), inFlight);
            http = resources.add(HttpServer.start(config.http(), this, metrics, routes));
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    /**
     * Starts a gateway for the bounded contexts on the class path.
     *
     * @throws dev.daybook.platform.PlatformException if it cannot run as it is configured, or on the contract
     */
    public static CommandGateway start(GatewayConfig config) {
        return new CommandGateway(config, BoundedContexts.load());
    }

    /** The port that it listens on. */
    public int port() {
        return http.port();
    }

    @Override
    public boolean live() {
        return inboxes.values().stream().allMatch(ReplyInbox::live);
    }

    @Override
    public boolean ready() {
        return whyNotReady().isEmpty();
    }

    @Override
    public String whyNotReady() {
        return closing
                ? "It is about to stop"
                : inboxes.values().stream()
                        .map(ReplyInbox::whyNotReady)
                        .filter(reason -> !reason.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    /** Answers the requests that wait, with 202, and stops. */
    @Override
    public void close() {
        closing = true;
        inboxes.values().forEach(ReplyInbox::release);
        resources.close();
    }

    private static void requireTopics(GatewayConfig config, List<BoundedContext> contexts) {
        try (var admin = Admin.create(config.common().kafka())) {
            TopicGuard.check(contexts, admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while it started", e);
        }
    }

    private static TopicPartition replyPartition(Producer<?, ?> producer, String topic, GatewayConfig config) {
        var count = producer.partitionsFor(topic).size();
        int partition = config.replyPartition()
                .orElseGet(() -> ThreadLocalRandom.current().nextInt(count));
        if (partition >= count) {
            throw new ConfigException(List.of("replies.partition is %d, but the partitions of %s are 0 to %d"
                    .formatted(partition, topic, count - 1)));
        }
        return new TopicPartition(topic, partition);
    }

    private static void gauge(Metrics metrics, String context, ReplyInbox inbox) {
        Gauge.builder("daybook.gateway.waiting", inbox, ReplyInbox::waiting)
                .description("Requests that wait for a reply")
                .tag("context", context)
                .register(metrics.registry());
    }
}
