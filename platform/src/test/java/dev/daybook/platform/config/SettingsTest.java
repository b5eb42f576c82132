package dev.daybook.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Setting<Integer> PORT = Setting.of("http.port", ValueType.port(), 8080, "where to listen");
    private static final Setting<Duration> WAIT =
            Setting.of("reply.wait", ValueType.duration(), Duration.ofSeconds(5), "how long to wait");
    private static final Setting<String> SERVERS =
            Setting.required("kafka.bootstrap.servers", ValueType.text(), "where the brokers are");
    private static final Setting<String> TOKEN = Setting.optional("registry.token", ValueType.text(), "a bearer token");
    private static final List<Setting<?>> KNOWN = List.of(PORT, WAIT, SERVERS, TOKEN);

    @TempDir
    Path folder;

    @Test
    void what_nobody_sets_has_its_default() {
        var settings = Settings.of(KNOWN, Map.of("kafka.bootstrap.servers", "a:1"));

        assertThat(settings.get(PORT)).isEqualTo(8080);
        assertThat(settings.get(WAIT)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.find(TOKEN)).isEmpty();
    }

    @Test
    void the_environment_goes_over_the_file() throws IOException {
        var file = file("kafka.bootstrap.servers = a:1\nhttp.port = 1\nreply.wait = 20 ms\n");

        var settings = Settings.load(KNOWN, file, Map.of("DAYBOOK_HTTP_PORT", "2", "PATH", "/bin"));

        assertThat(settings.get(PORT)).isEqualTo(2);
        assertThat(settings.get(WAIT)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void an_empty_variable_counts_as_not_set() {
        var settings =
                Settings.load(KNOWN, null, Map.of("DAYBOOK_KAFKA_BOOTSTRAP_SERVERS", "a:1", "DAYBOOK_HTTP_PORT", " "));

        assertThat(settings.get(PORT)).isEqualTo(8080);
    }

    @Test
    void the_folder_of_the_distribution_is_no_setting() {
        var environment = Map.of("DAYBOOK_KAFKA_BOOTSTRAP_SERVERS", "a:1", "DAYBOOK_HOME", "/opt/daybook");

        assertThat(Settings.load(KNOWN, null, environment).get(SERVERS)).isEqualTo("a:1");
    }

    @Test
    void whatever_is_under_kafka_goes_to_every_client() throws IOException {
        var file = file("kafka.bootstrap.servers = a:1\nkafka.security.protocol = SSL\n");

        var settings = Settings.load(KNOWN, file, Map.of("DAYBOOK_KAFKA_SSL_KEYSTORE_LOCATION", "/keys"));

        assertThat(settings.kafka())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "a:1", "security.protocol", "SSL", "ssl.keystore.location", "/keys"));
    }

    @Test
    void names_every_fault_at_once() throws IOException {
        var file = file("http.prot = 1\nreply.wait = soon\n");

        assertThatThrownBy(() ->
                        Settings.load(KNOWN, file, Map.of("DAYBOOK_HTTP_PORT", "70000", "DAYBOOK_REPLY_WIAT", "1s")))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        faulty -> assertThat(faulty.faults())
                                .containsExactlyInAnyOrder(
                                        "In %s the key http.prot is not known; did you mean http.port?".formatted(file),
                                        "reply.wait must be a duration such as 500ms, 5s, 10m, 24h or 7d, but is"
                                                + " 'soon' in "
                                                + file,
                                        "http.port must be a whole number from 0 to 65535, but is '70000' in"
                                                + " DAYBOOK_HTTP_PORT",
                                        "The environment variable DAYBOOK_REPLY_WIAT is not known; did you mean "
                                                + "DAYBOOK_REPLY_WAIT?",
                                        "kafka.bootstrap.servers is required: set it in the file, or"
                                                + " DAYBOOK_KAFKA_BOOTSTRAP_SERVERS in the environment. It is where the"
                                                + " brokers are"));
    }

    @Test
    void a_key_like_no_other_gets_no_suggestion() {
        assertThatThrownBy(() -> Settings.of(KNOWN, Map.of("kafka.bootstrap.servers", "a:1", "x", "1")))
                .hasMessage("In program the key x is not known; --help lists those that are");
    }

    @Test
    void says_so_if_the_file_cannot_be_read() {
        var missing = folder.resolve("missing.properties");

        assertThatThrownBy(() -> Settings.load(KNOWN, missing, Map.of("DAYBOOK_KAFKA_BOOTSTRAP_SERVERS", "a:1")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("The file " + missing + " must be a readable properties file");
    }

    @Test
    void shows_every_value_with_its_origin_and_no_secret() throws IOException {
        var file = file("""
            kafka.bootstrap.servers = a:1
            kafka.sasl.jaas.config = user and password
            kafka.ssl.keystore.key = PEM
            kafka.proxy = http://me:pass@there/
            """);

        var settings = Settings.load(KNOWN, file, Map.of("DAYBOOK_REGISTRY_TOKEN", "s3cret"));

        assertThat(settings.describe().lines())
                .containsExactly(
                        "http.port = 8080  (default)",
                        "reply.wait = 5s  (default)",
                        "kafka.bootstrap.servers = a:1  (" + file + ")",
                        "registry.token = ****  (DAYBOOK_REGISTRY_TOKEN)",
                        "kafka.proxy = http://****@there/  (" + file + ")",
                        "kafka.sasl.jaas.config = ****  (" + file + ")",
                        "kafka.ssl.keystore.key = ****  (" + file + ")");
        assertThat(Settings.of(KNOWN, Map.of("kafka.bootstrap.servers", "a:1")).describe())
                .contains("registry.token is not set");
    }

    @Test
    void a_fault_shows_no_secret_either() {
        var pin = Setting.required("door.secret", ValueType.integer(0, 9999), "the pin");

        assertThatThrownBy(() -> Settings.of(List.of(pin), Map.of("door.secret", "abcd")))
                .hasMessageContaining("'****'")
                .hasMessageNotContaining("abcd");
    }

    @Test
    void only_settings_that_were_read_can_be_asked_for() {
        var settings = Settings.of(List.of(PORT), Map.of());

        assertThatThrownBy(() -> settings.get(WAIT)).hasMessage("The setting reply.wait is not one that was read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("app.properties"), text);
    }
}
