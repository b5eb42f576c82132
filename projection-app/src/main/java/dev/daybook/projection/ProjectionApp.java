package dev.daybook.projection;

import dev.daybook.core.BoundedContext;
import dev.daybook.http.HttpPort;
import dev.daybook.http.HttpServer;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.process.ReadableContext;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.projection.build.BuildRoutes;
import dev.daybook.projection.build.Remains;
import dev.daybook.projection.lag.LogEnds;
import dev.daybook.projection.live.Streams;
import dev.daybook.projection.openapi.QueriesApi;
import dev.daybook.projection.peer.Address;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.query.QueryRoutes;
import dev.daybook.projection.stream.Condition;
import dev.daybook.projection.stream.StoreMemory;
import dev.daybook.projection.stream.StreamsApp;
import dev.daybook.projection.stream.StreamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * The read side: for each view version of each context, and for the timelines of each context, one Kafka Streams
 * application; over all of them one HTTP server. Each view fails, lags and is rebuilt on its own.
 */
public final class ProjectionApp implements App {
    private final Resources resources;
    private final Projections projections;
    private final HttpServer http;
    private volatile boolean open = true;

    private ProjectionApp(ProjectionConfig config, List<ReadableContext> contexts, Resources resources) {
        this.resources = resources;
        SchemaRegistry registry =
                resources.add(new HttpSchemaRegistry(config.common().registry()));
        var partitions = Prerequisites.meet(config.common(), contexts, registry);
        var metrics = resources.add(new Metrics("projection-app"));
        // Before the views start: they tell the others in their groups where this instance is reached.
        var port = resources.add(HttpPort.take(config.http()));
        var self = address(config, port);
        var ends = resources.add(LogEnds.with(config.common().kafka()));
        var memory = resources.add(new StoreMemory(config.storeMemory()));
        var stateDir = folder(config.stateDir());
        var admin = resources.add(Admin.create(config.common().kafka()));
        var host = new Host(
                new StreamsSettings(config.common().kafka(), stateDir, memory, self.toString(), config.standbys()),
                RecordSerdes.create(config.common().registry(), registry),
                partitions,
                metrics.registry());
        this.projections = resources.add(new Projections());
        projections.start(host, contexts, config.common().kafka(), new Remains(admin, stateDir));
        var catalog = projections.catalog();
        var peers = resources.add(new Peers(self, config.forwardTimeout(), config.longestWait(), metrics.registry()));
        var api = QueriesApi.of(contexts);
        var streams = resources.add(new Streams(config.streams(), metrics.registry()));
        this.http = resources.add(HttpServer.start(port, config.http(), this, metrics, routes -> {
            QueryRoutes.add(routes, catalog, ends::of, registry, config.longestWait(), peers, streams);
            BuildRoutes.add(routes, catalog, projections.builds(), peers);
            api.addTo(routes);
        }));
        resources.add(peers::hangUp);
        // Once more, to be closed before the server, which waits for the requests that it has.
        resources.add(streams);
    }

    /**
     * Starts it for all contexts on the class path. It returns when it answers queries, while views may still be restored.
     */
    public static ProjectionApp start(ProjectionConfig config) {
        return start(config, BoundedContexts.load());
    }

    /** The same for some contexts. */
    public static ProjectionApp start(ProjectionConfig config, List<BoundedContext> contexts) {
        var resources = new Resources();
        try {
            return new ProjectionApp(
                    config, contexts.stream().map(ReadableContext::new).toList(), resources);
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    /** Makes the folder: of several Kafka Streams applications that would make it at once, all but one fail. */
    private static Path folder(Path stateDir) {
        try {
            return Files.createDirectories(stateDir);
        } catch (IOException e) {
            throw new UncheckedIOException("The state folder " + stateDir + " must be a folder that can be written", e);
        }
    }

    private static Address address(ProjectionConfig config, HttpPort port) {
        return Objects.requireNonNullElseGet(
                config.address(), () -> Address.of(config.http().host(), port.number()));
    }

    /** The port of its HTTP server. */
    public int port() {
        return http.port();
    }

    @Override
    public boolean live() {
        return open;
    }

    /** Whether every view is there that can be: one that has failed keeps no others from being read. */
    @Override
    public boolean ready() {
        return open
                && projections.apps().stream().anyMatch(app -> is(app, Condition.State.RUNNING))
                && projections.apps().stream()
                        .allMatch(app -> is(app, Condition.State.RUNNING) || is(app, Condition.State.FAILED));
    }

    @Override
    public String whyNotReady() {
        if (!open) {
            return "It is being closed";
        }
        return projections.apps().stream()
                .filter(app -> !is(app, Condition.State.RUNNING))
                .map(app -> "%s is %s %s"
                        .formatted(
                                app.name(),
                                app.condition().state(),
                                app.condition().reason())
                        .strip())
                .collect(Collectors.joining("; "));
    }

    private static boolean is(StreamsApp app, Condition.State state) {
        return app.condition().is(state);
    }

    @Override
    public void close() {
        open = false;
        resources.close();
    }
}
