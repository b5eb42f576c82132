package dev.daybook.benchmarks.stack;

import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.cli.console.Steps;
import dev.daybook.cli.stack.Readiness;
import dev.daybook.cli.stack.Topics;
import dev.daybook.core.BoundedContext;
import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.embedded.EmbeddedRegistry;
import dev.daybook.gateway.CommandGateway;
import dev.daybook.gateway.GatewayConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.processes.ProcessManagerApp;
import dev.daybook.processes.ProcessManagerConfig;
import dev.daybook.processor.AggregateProcessor;
import dev.daybook.processor.ProcessorConfig;
import dev.daybook.processor.topology.ProcessorTopology;
import dev.daybook.projection.ProjectionApp;
import dev.daybook.projection.ProjectionConfig;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A broker, a registry and the topics, as {@code ./daybook up} has them, in a temporary folder and on free ports; and
 * Daybook's apps on them, one by one as a measurement needs them, with their default settings but for those that were
 * given.
 */
public final class BenchStack implements AutoCloseable {
    private final Overrides overrides;
    private final Folder folder;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final SchemaClient schemas;

    private BenchStack(Overrides overrides, Folder folder, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.overrides = overrides;
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
        this.schemas = SchemaClient.of(registry.url());
    }

    /**
     * Settings that are not the apps' defaults.
     *
     * @param broker settings of Kafka's broker
     */
    public record Overrides(
            Map<String, String> processor,
            Map<String, String> gateway,
            Map<String, String> projection,
            Map<String, String> processes,
            Map<String, String> broker) {}

    /** Starts broker and registry and makes the topics. */
    public static BenchStack start(Overrides overrides, PrintWriter out) throws Exception {
        var steps = new Steps(out);
        var folder = Folder.create();
        var broker = steps.run(
                "broker",
                () -> EmbeddedBroker.start(folder.path().resolve("broker"), 0, overrides.broker()),
                EmbeddedBroker::bootstrapServers);
        var registry = steps.run(
                "registry",
                () -> EmbeddedRegistry.start(folder.path().resolve("registry"), 0),
                started -> started.url().toString());
        steps.run("topics", () -> Topics.apply(broker.bootstrapServers()), summary -> summary);
        return new BenchStack(overrides, folder, broker, registry);
    }

    public Overrides overrides() {
        return overrides;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public RecordSerdes serdes() {
        return schemas.serdes();
    }

    /** The processor's consumer group. */
    public static String processorGroup() {
        return ProcessorTopology.applicationId(Wire.CONTEXT);
    }

    /** The commands as they lie in their topic. */
    public Wire wire() {
        return new Wire(schemas.serdes());
    }

    /** A processor that is ready, on the state that the last one left. */
    public AggregateProcessor startProcessor() throws InterruptedException {
        return startProcessor(folder.path().resolve("processor"));
    }

    /** A processor that is ready, with its state in a folder. */
    public AggregateProcessor startProcessor(Path stateDir) throws InterruptedException {
        var processor = launchProcessor(stateDir);
        Readiness.await("processor", processor);
        return processor;
    }

    /** A processor that is on its way. */
    public AggregateProcessor launchProcessor() throws InterruptedException {
        return launchProcessor(folder.path().resolve("processor"));
    }

    private AggregateProcessor launchProcessor(Path stateDir) throws InterruptedException {
        var values = new HashMap<String, String>();
        values.put("admin.port", "0");
        values.put("processor.state.dir", stateDir.toString());
        values.putAll(overrides.processor());
        return AggregateProcessor.start(ProcessorConfig.from(settings(ProcessorConfig.settings(), values)));
    }

    /** A gateway that is ready. */
    public CommandGateway startGateway() throws InterruptedException {
        var values = new HashMap<String, String>();
        values.put("http.port", "0");
        values.putAll(overrides.gateway());
        var gateway = CommandGateway.start(GatewayConfig.from(settings(GatewayConfig.settings(), values)));
        Readiness.await("gateway", gateway);
        return gateway;
    }

    /** Where a gateway is reached. */
    public static URI url(CommandGateway gateway) {
        return URI.create("http://127.0.0.1:" + gateway.port());
    }

    /** The read side, ready, on the state that the last one left. */
    public ProjectionApp startProjections() throws InterruptedException {
        var projections = launchProjections(BoundedContexts.load());
        Readiness.await("projections", projections);
        return projections;
    }

    /** The read side of some contexts, on its way, on the state that the last one left. */
    public ProjectionApp launchProjections(List<BoundedContext> contexts) {
        var values = new HashMap<String, String>();
        values.put("http.port", "0");
        values.put("state.dir", folder.path().resolve("projections").toString());
        values.putAll(overrides.projection());
        return ProjectionApp.start(ProjectionConfig.from(settings(ProjectionConfig.settings(), values)), contexts);
    }

    /** Where the read side is reached. */
    public static URI url(ProjectionApp projections) {
        return URI.create("http://127.0.0.1:" + projections.port());
    }

    /** The business processes, ready, on the state that the last one left. */
    public ProcessManagerApp startProcesses() throws InterruptedException {
        var values = new HashMap<String, String>();
        values.put("http.port", "0");
        values.put("state.dir", folder.path().resolve("processes").toString());
        values.putAll(overrides.processes());
        var processes =
                ProcessManagerApp.start(ProcessManagerConfig.from(settings(ProcessManagerConfig.settings(), values)));
        Readiness.await("processes", processes);
        return processes;
    }

    private Settings settings(List<Setting<?>> known, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("kafka.bootstrap.servers", bootstrapServers());
        all.put("registry.url", registry.url().toString());
        return Settings.of(known, all);
    }

    /** A folder of this run. */
    public Path folder(String name) {
        return folder.path().resolve(name);
    }

    @Override
    public void close() {
        schemas.registry().close();
        registry.close();
        broker.close();
        folder.close();
    }

    /** What the load encodes commands with. */
    private record SchemaClient(HttpSchemaRegistry registry, RecordSerdes serdes) {
        static SchemaClient of(URI url) {
            var registry = new HttpSchemaRegistry(RegistryConfig.of(url));
            return new SchemaClient(registry, new RecordSerdes(registry));
        }
    }
}
