package dev.daybook.gateway;

import dev.daybook.client.ClientConfig;
import dev.daybook.client.CommandClient;
import dev.daybook.core.BoundedContext;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.dispatch.ClientDispatcher;
import dev.daybook.gateway.request.InFlight;
import dev.daybook.http.HttpServer;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.Contract;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.TopicGuard;
import io.micrometer.core.instrument.Gauge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * A running command gateway: HTTP in, commands topics out, topics of replies in, HTTP out. It keeps nothing; any number
 * of them can run side by side.
 */
public final class CommandGateway implements App {
    private final Resources resources = new Resources();
    private final Map<String, CommandClient> clients = new LinkedHashMap<>();
    private final HttpServer http;
    private volatile boolean closing;

    private CommandGateway(GatewayConfig config, List<BoundedContext> contexts) {
        try {
            requireTopics(config, contexts);
            var registry = resources.add(new HttpSchemaRegistry(config.common().registry()));
            contexts.forEach(context -> Contract.of(context).register(registry));
            var serdes = RecordSerdes.create(config.common().registry(), registry);
            var metrics = resources.add(new Metrics("command-gateway"));
            for (var context : contexts) {
                var client = resources.add(CommandClient.start(clientConfig(config, context), serdes));
                client.bindTo(metrics.registry());
                clients.put(context.name(), client);
            }

            var inFlight = new InFlight(config.maxInFlight());
            Gauge.builder("daybook.gateway.inflight", inFlight, InFlight::count)
                    .description("Commands and inquiries in flight")
                    .register(metrics.registry());
            var catalog = Catalog.of(contexts, config.json());
            var routes = new Routes(config, catalog, new ClientDispatcher(clients), inFlight);
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
        return clients.values().stream().allMatch(CommandClient::live);
    }

    @Override
    public boolean ready() {
        return whyNotReady().isEmpty();
    }

    @Override
    public String whyNotReady() {
        return closing
                ? "It is about to stop"
                : clients.values().stream()
                        .map(CommandClient::whyNotReady)
                        .filter(reason -> !reason.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    /** Answers the requests that wait, with 202, and stops. */
    @Override
    public void close() {
        closing = true;
        clients.values().forEach(CommandClient::release);
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

    private static ClientConfig clientConfig(GatewayConfig config, BoundedContext context) {
        return new ClientConfig(
                context.name(),
                config.common().kafka(),
                config.appendTimeout(),
                config.replyPartition(),
                "/command-gateway");
    }
}
