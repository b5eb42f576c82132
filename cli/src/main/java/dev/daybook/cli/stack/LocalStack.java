package dev.daybook.cli.stack;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Steps;
import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.embedded.EmbeddedRegistry;
import dev.daybook.gateway.CommandGateway;
import dev.daybook.platform.app.App;
import dev.daybook.processor.AggregateProcessor;
import dev.daybook.projection.ProjectionApp;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A whole Daybook in this JVM, but for the registry, which is a child process: broker, registry, topics, and the three
 * apps, the same that run against a real cluster. Thread-safe; it can be closed at any moment, even while it starts.
 */
public final class LocalStack implements AutoCloseable {
    private final DataFolder data;
    private final String host;
    private final Ports ports;
    private final Parts parts = new Parts();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile @Nullable Running running;

    /**
     * A stack that is not started yet.
     *
     * @param host where the two APIs listen
     * @param ports where everything listens; 0 for any free port
     */
    public LocalStack(DataFolder data, String host, Ports ports) {
        this.data = data;
        this.host = host;
        this.ports = ports;
    }

    /** Starts everything, and returns when the first command can be taken. After a failure, close it. */
    public void start(Steps steps) throws Exception {
        parts.keep(Part.LOCK, data.lock());
        ports.requireFree(host);
        var servers = startServers(steps);
        steps.run("topics", () -> Topics.apply(servers.broker().bootstrapServers()), summary -> summary);
        var apps = startApps(servers, steps);
        var self = ProcessHandle.current();
        var stack = new RunningStack(
                self.pid(),
                RunningStack.startOf(self),
                Addresses.http(host, apps.gateway().port()),
                Addresses.http(host, apps.projections().port()),
                servers.broker().bootstrapServers(),
                servers.registry().url(),
                Addresses.http(Addresses.LOOPBACK, apps.processor().adminPort()));
        parts.keep(Part.STACK_FILE, data.tell(stack));
        running = new Running(stack, servers, apps);
    }

    private Servers startServers(Steps steps) throws Exception {
        try (var tasks = new SideBySide()) {
            var broker = tasks.fork(() -> steps.run("broker", this::startBroker, EmbeddedBroker::bootstrapServers));
            var registry = tasks.fork(
                    () -> steps.run("registry", this::startRegistry, started -> String.valueOf(started.url())));
            tasks.join();
            return new Servers(broker.resultNow(), registry.resultNow());
        }
    }

    private EmbeddedBroker startBroker() throws InterruptedException {
        return parts.keep(Part.BROKER, EmbeddedBroker.start(data.broker(), ports.broker, Map.of()));
    }

    private EmbeddedRegistry startRegistry() throws InterruptedException {
        return parts.keep(Part.REGISTRY, EmbeddedRegistry.start(data.registry(), ports.registry));
    }

    private Apps startApps(Servers servers, Steps steps) throws Exception {
        var configs = new AppConfigs(
                servers.broker().bootstrapServers(), servers.registry().url());
        try (var tasks = new SideBySide()) {
            var processor = tasks.fork(() -> steps.run(
                    "processor",
                    () -> ready(
                            Part.PROCESSOR,
                            AggregateProcessor.start(configs.processor(ports.processorAdmin, data.processor()))),
                    started -> describe(Addresses.LOOPBACK, started.adminPort())));
            var projections = tasks.fork(() -> steps.run(
                    "projections",
                    () -> ready(
                            Part.PROJECTIONS,
                            ProjectionApp.start(configs.projections(host, ports.query, data.projections()))),
                    started -> describe(host, started.port())));
            var gateway = tasks.fork(() -> steps.run(
                    "gateway",
                    () -> ready(Part.GATEWAY, CommandGateway.start(configs.gateway(host, ports.gateway))),
                    started -> describe(host, started.port())));
            tasks.join();
            return new Apps(gateway.resultNow(), processor.resultNow(), projections.resultNow());
        }
    }

    private <A extends App> A ready(Part part, A app) throws InterruptedException {
        parts.keep(part, app);
        Readiness.await(part.described(), app);
        return app;
    }

    private static String describe(String host, int port) {
        return Addresses.http(host, port).toString();
    }

    /** Where it can be reached, once it is started. */
    public RunningStack running() {
        return requireRunning().stack();
    }

    private Running requireRunning() {
        var now = running;
        if (now == null) {
            throw new IllegalStateException("The stack is not started");
        }
        return now;
    }

    /** Returns when it is closed, or fails when a part of it can no longer do its work. */
    public void awaitEnd() throws InterruptedException {
        var now = requireRunning();
        while (!ended.await(1, TimeUnit.SECONDS)) {
            try {
                now.requireAlive(data);
            } catch (CommandFailure e) {
                // The parts are closed one by one: while that goes on, those that are not alive have not failed.
                if (!closing) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        parts.close();
        ended.countDown();
    }

    private record Servers(EmbeddedBroker broker, EmbeddedRegistry registry) {}

    private record Apps(CommandGateway gateway, AggregateProcessor processor, ProjectionApp projections) {}

    private record Running(RunningStack stack, Servers servers, Apps apps) {
        void requireAlive(DataFolder data) {
            require(servers.broker.alive(), Part.BROKER, data);
            require(servers.registry.alive(), Part.REGISTRY, data);
            require(apps.processor.live(), Part.PROCESSOR, data);
            require(apps.projections.live(), Part.PROJECTIONS, data);
            require(apps.gateway.live(), Part.GATEWAY, data);
        }

        private static void require(boolean alive, Part part, DataFolder data) {
            if (!alive) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The " + part.described() + " has stopped and cannot recover; the log says why: " + data.log()
                                + ". What was accepted is kept: ./daybook up goes on from there.");
            }
        }
    }
}
