package dev.daybook.processor;

import dev.daybook.core.BoundedContext;
import dev.daybook.platform.app.AdminServer;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.processor.runtime.Start;
import dev.daybook.processor.topology.ProcessorTopology;
import dev.daybook.streams.runtime.DeadInstance;
import dev.daybook.streams.runtime.Launch;
import dev.daybook.streams.runtime.Parts;
import dev.daybook.streams.runtime.Surroundings;
import dev.daybook.streams.wire.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The write side of every bounded context on the class path. Thread-safe. */
public final class AggregateProcessor implements App {
    /** Well below max.poll.interval.ms, after which the group would take the thread for dead. */
    private static final Duration REGISTRY_PATIENCE = Duration.ofMinutes(2);

    private final List<BoundedContext> contexts = BoundedContexts.load();
    private final Parts parts = new Parts();
    private final Metrics metrics = new Metrics("aggregate-processor");
    private final Patience patience = new Patience(REGISTRY_PATIENCE);
    private final SchemaRegistry registry;
    private final Launch launch;
    private final Start start;
    private final AdminServer admin;

    private AggregateProcessor(ProcessorConfig config) {
        var common = config.common();
        this.registry = new HttpSchemaRegistry(common.registry());
        var surroundings = new Surroundings(
                common.kafka(),
                registry,
                RecordSerdes.create(common.registry(), registry),
                patience,
                metrics.registry());
        this.launch = new Launch(ProcessorConfig.PREFIX, surroundings, config.resources());
        this.start = new Start(launch, surroundings, config.rules(), ProcessorConfig.PAYLOAD_MAX_BYTES.key());
        this.admin = AdminServer.start(config.adminHost(), config.adminPort(), this, metrics);
    }

    /**
     * Starts it. It waits until Kafka and the schema registry answer, and returns when every context is on its way to
     * ready.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static AggregateProcessor start(ProcessorConfig config) throws InterruptedException {
        var processor = new AggregateProcessor(config);
        try {
            for (var context : processor.contexts) {
                processor.parts.add(processor.start.start(context));
            }
            processor.parts.complete();
            return processor;
        } catch (RuntimeException | InterruptedException e) {
            processor.close();
            throw e;
        }
    }

    /**
     * Takes from a processor that died what it holds in Kafka: its partitions and its open transactions. Others then have
     * them at once, and need not wait until it is missed. To a processor that has stopped in order this does nothing.
     *
     * @param config what it was started with
     * @throws ExecutionException if Kafka refuses or does not answer
     */
    public static void release(ProcessorConfig config) throws ExecutionException, InterruptedException {
        new DeadInstance(config.common().kafka(), config.resources().stateDir())
                .release(BoundedContexts.load().stream()
                        .map(ProcessorTopology::applicationId)
                        .toList());
    }

    /** The port that health and metrics are served on. */
    public int adminPort() {
        return admin.port();
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
        parts.close();
        registry.close();
        admin.close();
        metrics.close();
    }
}
