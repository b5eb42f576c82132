package dev.daybook.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.schema.RegistryConfig.Basic;
import dev.daybook.platform.schema.RegistryConfig.Bearer;
import dev.daybook.platform.schema.RegistryConfig.Client;
import dev.daybook.platform.schema.RegistryConfig.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to HTTP; what every registry must do stands in the suite that they share. */
class HttpSchemaRegistryTest {
    private static final Schema SHIPPED = Schemas.record("a.Shipped", "carrier");
    private static final String SHIPPED_JSON =
            "{\"schema\": \"%s\"}".formatted(SHIPPED.toString().replace("\"", "\\\""));
    private static final List<Duration> NO_PAUSES = List.of(Duration.ZERO, Duration.ZERO);

    private final ScriptedServer server;
    private final SchemaRegistry registry;

    HttpSchemaRegistryTest() throws IOException {
        server = new ScriptedServer();
        registry = registry(null);
    }

    @AfterEach
    void close() {
        registry.close();
        server.close();
    }

    @Test
    void keeps_the_path_of_the_base_and_encodes_the_subject() {
        server.answering(200, "{\"id\": 7}");

        registry.register("a topic/ü-a.Shipped", SHIPPED);

        var request = server.requests.getFirst();
        assertThat(request.line()).isEqualTo("POST /apis/ccompat/v7/subjects/a%20topic%2F%C3%BC-a.Shipped/versions");
        assertThat(request.body()).isEqualTo(SHIPPED_JSON.replace(": \"", ":\""));
    }

    @Test
    void a_registration_is_sent_once() {
        server.answering(200, "{\"id\": 7}");

        assertThat(registry.register("s", SHIPPED)).isEqualTo(7);
        assertThat(registry.register("s", SHIPPED)).isEqualTo(7);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void a_schema_is_fetched_once() {
        server.answering(200, SHIPPED_JSON);

        assertThat(registry.byId(7)).isEqualTo(SHIPPED);
        assertThat(registry.byId(7)).isEqualTo(SHIPPED);
        assertThat(server.requests)
                .extracting(ScriptedServer.Request::line)
                .containsExactly("GET /apis/ccompat/v7/schemas/ids/7");
    }

    @Test
    void an_id_is_unknown_only_if_the_registry_says_so() {
        server.answering(404, "{\"error_code\": 40403, \"message\": \"Schema not found\"}")
                .answering(404, "<html>no such page</html>");

        assertThatThrownBy(() -> registry.byId(7)).isInstanceOf(UnknownSchemaIdException.class);
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("with status 404")
                .hasMessageContaining("is registry.url the base of Confluent's API?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}",
                "{\"schemaType\": \"AVRO\", \"schema\": \"{}\"}"
            })
    void a_schema_that_is_not_avro_is_of_no_use(String body) {
        server.answering(200, body);

        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(UnknownSchemaIdException.class)
                .hasMessageContaining("no schema of use with the id 7");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void what_passes_is_tried_again(int status) {
        server.answering(status, "").answering(status, "").answering(200, SHIPPED_JSON);

        assertThat(registry.byId(7)).isEqualTo(SHIPPED);
    }

    @Test
    void a_level_that_two_set_at_once_is_set_again() {
        server.answering(409, "{\"error_code\": 409}").answering(200, "{\"compatibility\": \"FULL\"}");

        registry.requireCompatibility("s", Compatibility.FULL);

        assertThat(server.requests).hasSize(2);
        assertThat(server.requests.getLast())
                .isEqualTo(new ScriptedServer.Request(
                        "PUT /apis/ccompat/v7/config/s", "{\"compatibility\":\"FULL\"}", null));
    }

    @Test
    void gives_up_after_the_last_attempt() {
        server.answering(503, "").answering(503, "").answering(503, "{\"message\": \"starting\"}");

        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("with status 503: starting");
        assertThat(server.requests).hasSize(3);
    }

    @Test
    void says_where_nobody_answers() {
        server.close();

        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(
                        server.url("/apis/ccompat/v7/schemas/ids/7").toString())
                .hasMessageContaining("tried 3 times; is registry.url right, and does it run?");
    }

    @Test
    void waits_no_longer_than_configured() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var impatient = new HttpSchemaRegistry(
                        new RegistryConfig(
                                URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                                null,
                                Duration.ofSeconds(1),
                                Duration.ofMillis(100),
                                Client.DAYBOOK),
                        List.of())) {
            assertThatThrownBy(() -> impatient.byId(7))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("HttpTimeoutException");
        }
    }

    @Test
    void an_interrupt_ends_the_wait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refused_credentials_are_named() {
        server.answering(401, "");

        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("are registry.user and registry.password, or registry.token, right?");
    }

    @Test
    void sends_user_and_password() {
        assertThat(authorizationWith(new Basic("me", "pässword"))).isEqualTo("Basic bWU6cMOkc3N3b3Jk");
    }

    @Test
    void sends_a_token() {
        assertThat(authorizationWith(new Bearer("t0ken"))).isEqualTo("Bearer t0ken");
    }

    @Test
    void a_refusal_names_field_and_rule() {
        server.answering(409, "{\"error_code\": 409, \"message\": \"Incompatible\"}")
                .answering(200, "{\"compatibilityLevel\": \"BACKWARD\"}")
                .answering(200, "[1]")
                .answering(200, SHIPPED_JSON);

        assertThatThrownBy(() -> registry.register("s", Schemas.record("a.Shipped", "carrier", "number")))
                .isInstanceOfSatisfying(SchemaRejectedException.class, rejected -> {
                    assertThat(rejected.subject()).isEqualTo("s");
                    assertThat(rejected.schema()).isEqualTo("a.Shipped");
                })
                .hasMessageContaining(
                        "The schema a.Shipped is refused under the subject s: it cannot read what version 1"
                                + " wrote: field number: READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void a_refusal_for_other_reasons_has_the_registrys_words() {
        server.answering(422, "{\"error_code\": 42201, \"message\": \"names may not begin with S\"}")
                .answering(404, "{\"error_code\": 40408}")
                .answering(200, "{\"compatibilityLevel\": \"NONE\"}")
                .answering(404, "{\"error_code\": 40401}");

        assertThatThrownBy(() -> registry.register("s", SHIPPED))
                .isInstanceOf(SchemaRejectedException.class)
                .hasMessageEndingWith("the registry says: names may not begin with S");
    }

    private String authorizationWith(Credentials credentials) {
        server.answering(200, SHIPPED_JSON);
        try (var authorized = registry(credentials)) {
            authorized.byId(7);
        }
        return String.valueOf(server.requests.getFirst().authorization());
    }

    private HttpSchemaRegistry registry(@Nullable Credentials credentials) {
        return new HttpSchemaRegistry(
                new RegistryConfig(
                        server.url("/apis/ccompat/v7/"),
                        credentials,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Client.DAYBOOK),
                NO_PAUSES);
    }
}
