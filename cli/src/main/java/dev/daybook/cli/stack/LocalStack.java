package dev.daybook.cli.stack;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Steps;
import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.embedded.EmbeddedRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole Daybook on this machine: broker, registry, topics, and the apps, the same that run against a real cluster. All
 * of it is in this JVM, but for the registry, and for apps of which there are several; those are child processes.
 * Thread-safe; it can be closed at any moment, even while it starts.
 */
public final class LocalStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private final Plan plan;
    private final Parts parts = new Parts();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile @Nullable Running running;

    /** A stack that is not started yet. */
    public LocalStack(Plan plan) {
        this.plan = plan;
    }

    /** Starts everything, and returns when the first command can be taken. After a failure, close it. */
    public void start(Steps steps) throws Exception {
        parts.keep(Part.LOCK, plan.data().lock());
        plan.ports().requireFree(plan.host());
        var servers = startServers(steps);
        steps.run("topics", () -> Topics.apply(servers.broker().bootstrapServers()), summary -> summary);
        var configs = new AppConfigs(
                servers.broker().bootstrapServers(), servers.registry().url());
        var apps = new Apps(plan, configs, parts, steps, this::tell).start();
        running = new Running(servers, apps);
        parts.keep(Part.STACK_FILE, plan.data()::untell);
        tell();
    }

    /** Tells other processes what runs now. */
    private synchronized void tell() {
        var now = running;
        if (now == null || closing) {
            return;
        }
        try {
            plan.data().tell(now.stack());
        } catch (IOException e) {
            LOG.warn("Other commands do not hear what runs now", e);
        }
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
        return parts.keep(Part.BROKER, EmbeddedBroker.start(plan.data().broker(), plan.ports().broker, Map.of()));
    }

    private EmbeddedRegistry startRegistry() throws InterruptedException {
        return parts.keep(Part.REGISTRY, EmbeddedRegistry.start(plan.data().registry(), plan.ports().registry));
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
                now.requireAlive(plan.data());
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

    private record Running(Servers servers, Apps.Running apps) {

        /** As it is now: an instance that died has another process afterwards. */
        RunningStack stack() {
            var self = ProcessHandle.current();
            return new RunningStack(
                    self.pid(),
                    RunningStack.startOf(self),
                    apps.gateways().getFirst().url(),
                    apps.projections().getFirst().url(),
                    servers.broker().bootstrapServers(),
                    servers.registry().url(),
                    apps.processors().getFirst().url(),
                    apps.processManagers().getFirst().url(),
                    apps.all().map(RunningStack.Member::of).toList());
        }

        void requireAlive(DataFolder data) {
            require(servers.broker.alive(), Part.BROKER.described(), data);
            require(servers.registry.alive(), Part.REGISTRY.described(), data);
            apps.all().forEach(instance -> require(instance.live(), instance.name(), data));
        }

        private static void require(boolean alive, String part, DataFolder data) {
            if (!alive) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The " + part + " has stopped and cannot recover; the log says why: " + data.log()
                                + ". What was accepted is kept: ./daybook up goes on from there.");
            }
        }
    }
}
