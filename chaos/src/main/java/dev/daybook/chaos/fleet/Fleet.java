package dev.daybook.chaos.fleet;

import dev.daybook.cli.stack.Home;
import dev.daybook.embedded.EmbeddedRegistry;
import dev.daybook.embedded.JvmCommand;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import dev.daybook.processes.ProcessManagerApp;
import dev.daybook.processes.ProcessManagerConfig;
import dev.daybook.processor.AggregateProcessor;
import dev.daybook.processor.ProcessorConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** A broker, a registry, two processors, process managers and gateways each on this machine, all processes of their own. */
public final class Fleet implements AutoCloseable {
    private static final int EACH = 2;
    private static final String HOST = "127.0.0.1";
    private static final String TOPICS = "local";

    private final Path folder;
    private final Timeouts timeouts;
    private final FreePorts ports = new FreePorts(2 + 3 * EACH);
    private final int brokerPort = ports.next();
    private final Member broker;
    private final EmbeddedRegistry registry;
    private final List<Member> processors;
    private final List<Member> processManagers;
    private final List<Member> gateways;

    private Fleet(Path folder, Timeouts timeouts) {
        this.folder = folder;
        this.timeouts = timeouts;
        broker = newBroker();
        broker.start();
        registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
        processors = IntStream.rangeClosed(1, EACH).mapToObj(this::newProcessor).toList();
        processManagers =
                IntStream.rangeClosed(1, EACH).mapToObj(this::newProcessManager).toList();
        gateways = IntStream.rangeClosed(1, EACH).mapToObj(this::newGateway).toList();
    }

    /**
     * Starts one, and returns when all its processes are ready.
     *
     * @param folder where they keep their data and what they print
     */
    public static Fleet start(Path folder, Timeouts timeouts) throws InterruptedException {
        var fleet = new Fleet(folder, timeouts);
        try {
            fleet.broker.awaitReady();
            fleet.makeTopics();
            fleet.apps().forEach(Member::start);
            fleet.awaitReady();
            return fleet;
        } catch (RuntimeException | InterruptedException e) {
            fleet.close();
            throw e;
        }
    }

    private void makeTopics() throws InterruptedException {
        try (var admin = Admin.create(kafka())) {
            var topics = TopicFile.read(Home.topics()).topics(TOPICS, BoundedContexts.load());
            TopicPlan.of(topics, admin).apply(admin);
        }
    }

    /** Returns when every process does its work. */
    public void awaitReady() {
        broker.awaitReady();
        apps().forEach(Member::awaitReady);
    }

    public Member broker() {
        return broker;
    }

    public List<Member> processors() {
        return processors;
    }

    public List<Member> processManagers() {
        return processManagers;
    }

    public List<Member> gateways() {
        return gateways;
    }

    public Timeouts timeouts() {
        return timeouts;
    }

    /** How a Kafka client reaches the broker. */
    public Map<String, Object> kafka() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, HOST + ":" + brokerPort);
    }

    /** Where the schemas are. */
    public URI registry() {
        return registry.url();
    }

    private List<Member> apps() {
        return Stream.of(processors, processManagers, gateways)
                .flatMap(List::stream)
                .toList();
    }

    private Member newBroker() {
        var port = ports.next();
        return member(
                "broker",
                BrokerMain.class.getName(),
                Map.of(
                        BrokerMain.PORT.key(), Integer.toString(brokerPort),
                        BrokerMain.DATA.key(), folder.resolve("broker").toString(),
                        BrokerMain.ADMIN_PORT.key(), Integer.toString(port)),
                port,
                () -> {});
    }

    private Member newProcessor(int number) {
        var name = "processor-" + number;
        var port = ports.next();
        var settings = settings(timeouts.ofProcessor());
        settings.put("admin.port", Integer.toString(port));
        settings.put("processor.state.dir", folder.resolve(name).toString());
        settings.put("processor.store.memory", "32");
        return member(
                name,
                dev.daybook.processor.Main.class.getName(),
                settings,
                port,
                () -> AggregateProcessor.release(
                        ProcessorConfig.from(Settings.of(ProcessorConfig.settings(), settings))));
    }

    private Member newProcessManager(int number) {
        var name = "process-manager-" + number;
        var port = ports.next();
        var settings = settings(timeouts.ofProcessManager());
        settings.put("http.host", HOST);
        settings.put("http.port", Integer.toString(port));
        settings.put("state.dir", folder.resolve(name).toString());
        settings.put("store.memory", "32");
        return member(
                name,
                dev.daybook.processes.Main.class.getName(),
                settings,
                port,
                () -> ProcessManagerApp.release(
                        ProcessManagerConfig.from(Settings.of(ProcessManagerConfig.settings(), settings))));
    }

    private Member newGateway(int number) {
        var port = ports.next();
        var settings = settings(timeouts.ofGateway());
        settings.put("http.host", HOST);
        settings.put("http.port", Integer.toString(port));
        return member("gateway-" + number, dev.daybook.gateway.Main.class.getName(), settings, port, () -> {});
    }

    private Map<String, String> settings(Map<String, String> own) {
        var settings = new HashMap<>(own);
        kafka().forEach((key, value) -> settings.put("kafka." + key, value.toString()));
        settings.put("registry.url", registry.url().toString());
        return settings;
    }

    private Member member(String name, String mainClass, Map<String, String> settings, int port, Member.Burial burial) {
        var command = JvmCommand.of(name, mainClass)
                .withFlags(List.of(
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile="
                                + Home.folder().resolve("infra").resolve("logback.xml")))
                .withSettings(settings);
        return new Member(command, folder.resolve("logs"), URI.create("http://" + HOST + ":" + port), burial);
    }

    @Override
    public void close() {
        apps().forEach(Member::close);
        registry.close();
        broker.close();
    }
}
