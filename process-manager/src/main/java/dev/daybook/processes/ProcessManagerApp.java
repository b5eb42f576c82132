package dev.daybook.processes;

import dev.daybook.core.BoundedContext;
import dev.daybook.http.HttpServer;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.processes.instruction.Instructions;
import dev.daybook.processes.instruction.ProcessRoutes;
import dev.daybook.processes.runtime.Start;
import dev.daybook.streams.runtime.DeadInstance;
import dev.daybook.streams.runtime.Launch;
import dev.daybook.streams.runtime.Parts;
import dev.daybook.streams.runtime.Surroundings;
import dev.daybook.streams.wire.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The business processes and the publications of every bounded context on the class path: for each one exactly-once application,
 * and for the processes what carries events to them and commands from them. Thread-safe.
 */
public final class ProcessManagerApp implements App {
    /** Well below max.poll.interval.ms, after which the group would take the thread for dead. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Behind one partition that waits all others of a forwarder wait. */
    private static final Duration BRIEF = Duration.ofSeconds(2);

    private final List<BoundedContext> contexts = BoundedContexts.load();
    private final Parts parts = new Parts();
    private final Metrics metrics = new Metrics("process-manager");
    private final Patience patience = new Patience(PATIENCE);
    private final Patience brief = new Patience(BRIEF);
    private final SchemaRegistry registry;
    private final Launch launch;
    private final Start start;
    private final Instructions instructions;
    private final HttpServer http;

    private ProcessManagerApp(ProcessManagerConfig config) {
        var common = config.common();
        this.registry = new HttpSchemaRegistry(common.registry());
        var serdes = RecordSerdes.create(common.registry(), registry);
        var surroundings = new Surroundings(common.kafka(), registry, serdes, patience, metrics.registry());
        this.launch = new Launch(ProcessManagerConfig.PREFIX, surroundings, config.resources());
        this.start = new Start(
                launch,
                surroundings,
                brief,
                config.largestPayload(),
                ProcessManagerConfig.PAYLOAD_MAX_BYTES.key(),
                config.timersAhead());
        this.instructions = new Instructions(common.kafka(), serdes);
        this.http = HttpServer.start(
                config.http(),
                this,
                metrics,
                routes -> ProcessRoutes.add(routes, contexts, instructions, config.principals()));
    }

    /**
     * Starts it. It waits until Kafka and the schema registry answer, and returns when everything is on its way to ready.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static ProcessManagerApp start(ProcessManagerConfig config) throws InterruptedException {
        var app = new ProcessManagerApp(config);
        try {
            for (var context : app.contexts) {
                app.start.start(context, app.parts::add);
            }
            app.parts.complete();
            return app;
        } catch (RuntimeException | InterruptedException e) {
            app.close();
            throw e;
        }
    }

    /**
     * Takes from a process manager that died what it holds in Kafka: its partitions and its open transactions. Others then have
     * them at once, and need not wait until it is missed. To one that has stopped in order this does nothing.
     *
     * @param config what it was started with
     * @throws ExecutionException if Kafka refuses or does not answer
     */
    public static void release(ProcessManagerConfig config) throws ExecutionException, InterruptedException {
        new DeadInstance(config.common().kafka(), config.resources().stateDir())
                .release(BoundedContexts.load().stream()
                        .flatMap(context -> Start.groups(context).stream())
                        .toList());
    }

    /** The port of its HTTP server. */
    public int port() {
        return http.port();
    }

    @Override
    public boolean live() {
        return parts.live();
    }

    @Override
    public boolean ready() {
        return parts.ready();
    }

    @Override
    public String whyNotReady() {
        return parts.whyNotReady();
    }

    @Override
    public void close() {
        launch.close();
        patience.close();
        brief.close();
        parts.close();
        http.close();
        instructions.close();
        registry.close();
        metrics.close();
    }
}
