package dev.daybook.cli.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.cli.Daybook;
import dev.daybook.platform.config.Settings;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Checks what can be checked without a container engine. */
class ComposeTest {
    private static final Set<String> OF_A_SERVICE = Set.of(
            "build",
            "command",
            "depends_on",
            "environment",
            "healthcheck",
            "hostname",
            "image",
            "mem_limit",
            "ports",
            "restart",
            "stop_grace_period",
            "volumes");

    private final JsonNode file = parse(Infra.text("compose.yaml"));
    private final JsonNode services = file.path("services");
    private final Dockerfile images = Dockerfile.parse(Infra.text("Dockerfile"));

    /** With the merge keys resolved, as Compose does. */
    private static JsonNode parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(options)).load(text));
    }

    @Test
    void has_only_what_compose_knows() {
        assertThat(names(file))
                .allMatch(name -> name.startsWith("x-")
                        || Set.of("name", "services", "volumes").contains(name));
        assertThat(services).allSatisfy(service -> {
            assertThat(OF_A_SERVICE).containsAll(names(service));
            assertThat(service.path("image").asText()).matches("[a-z][a-z/-]*(:[\\w.-]+)?");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-gateway", "aggregate-processor", "projection-app", "process-manager"})
    void every_variable_of_an_app_is_one_that_it_reads(String app) {
        var environment = environment(app);

        assertThat(environment.keySet()).allMatch(name -> name.startsWith("DAYBOOK_"));
        assertThatCode(() -> Settings.load(Infra.settings(app), null, environment))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-1", "kafka-2", "kafka-3"})
    void every_variable_of_a_broker_is_one_that_kafka_reads(String broker) {
        var environment = environment(broker);
        assertThat(environment.remove("CLUSTER_ID")).isNotEmpty();
        assertThat(environment.keySet()).allMatch(name -> name.startsWith("KAFKA_"));

        var settings = new HashMap<String, String>();
        environment.forEach((name, value) -> settings.put(
                name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'), value));

        assertThat(KafkaConfig.configDef().names()).containsAll(settings.keySet());
        assertThat(new KafkaConfig(settings, false).nodeId()).isEqualTo(Integer.parseInt(broker.substring(6)));
    }

    @Test
    void services_that_are_built_have_a_stage() {
        assertThat(services)
                .filteredOn(service -> service.has("build"))
                .isNotEmpty()
                .allSatisfy(service -> {
                    var build = service.path("build");
                    assertThat(Infra.FOLDER
                                    .resolve(build.path("context").asText())
                                    .normalize())
                            .isEqualTo(Infra.PROJECT);
                    assertThat(Files.exists(Infra.PROJECT.resolve(
                                    build.path("dockerfile").asText())))
                            .isTrue();
                    assertThat(images.stages()).containsKey(build.path("target").asText());
                });
    }

    @Test
    void services_depend_on_services_that_can_be_waited_for() {
        assertThat(services)
                .flatExtracting(service -> members(service.path("depends_on")))
                .allSatisfy(dependency -> {
                    var service = services.path(dependency.getKey());
                    switch (dependency.getValue().path("condition").asText()) {
                        case "service_healthy" ->
                            assertThat(service.path("healthcheck").path("test").isArray())
                                    .isTrue();
                        case "service_completed_successfully" ->
                            assertThat(service.has("restart")).isFalse();
                        default -> throw new AssertionError("Not a condition: " + dependency);
                    }
                });
    }

    @Test
    void volumes_are_declared_and_used() {
        assertThat(services)
                .flatExtracting(service -> elements(service.path("volumes")))
                .extracting(volume -> volume.replaceFirst(":/.*", ""))
                .containsExactlyInAnyOrderElementsOf(names(file.path("volumes")));
    }

    @Test
    void ports_are_published_on_the_loopback_address_and_once() {
        assertThat(services)
                .flatExtracting(service -> elements(service.path("ports")))
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"))
                .extracting(port -> port.replaceFirst(":\\d+$", ""))
                .doesNotHaveDuplicates();
        assertThat(List.of("command-gateway", "aggregate-processor", "projection-app", "process-manager"))
                .allSatisfy(app -> assertThat(elements(services.path(app).path("ports")))
                        .singleElement()
                        .asString()
                        .endsWith(":" + images.last(app, "EXPOSE")));
    }

    @Test
    void topics_are_made_by_a_command_that_there_is() {
        var command = elements(services.path("topics").path("command"));

        assertThatCode(() -> Daybook.commandLine().parseArgs(command.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    private Map<String, String> environment(String service) {
        var environment = new HashMap<String, String>();
        members(services.path(service).path("environment"))
                .forEach(member ->
                        environment.put(member.getKey(), member.getValue().asText()));
        return environment;
    }

    private static List<String> names(JsonNode node) {
        return members(node).stream().map(Map.Entry::getKey).toList();
    }

    private static List<Map.Entry<String, JsonNode>> members(JsonNode node) {
        return List.copyOf(node.properties());
    }

    private static List<String> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
