package dev.daybook.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.platform.schema.RegistryHttp.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * A schema registry that speaks Confluent's REST API: Confluent's own, Apicurio, Karapace. Schemas by id and
 * registrations are remembered for good. A request that fails for reasons that pass (no connection, no answer in time,
 * 408, 429, 5xx, a level set by two at once) is sent again up to three times, after 0.1, 0.4 and 1.6 seconds.
 * Thread-safe.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">the API</a>
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1600));

    private static final int UNKNOWN_SUBJECT = 40401;
    private static final int UNKNOWN_VERSION = 40402;
    private static final int UNKNOWN_SCHEMA = 40403;
    private static final int UNKNOWN_SUBJECT_CONFIG = 40408;

    private final RegistryHttp http;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Registration, Integer> registrations = new ConcurrentHashMap<>();

    public HttpSchemaRegistry(RegistryConfig config) {
        this(config, PAUSES);
    }

    HttpSchemaRegistry(RegistryConfig config, List<Duration> pauses) {
        this.http = new RegistryHttp(config, pauses);
    }

    @Override
    public int register(String subject, Schema schema) {
        var registration = new Registration(subject, schema);
        var known = registrations.get(registration);
        if (known != null) {
            return known;
        }
        var id = registerAnew(registration);
        registrations.put(registration, id);
        return id;
    }

    private int registerAnew(Registration registration) {
        var body = Map.of("schema", registration.schema().toString());
        var answer = http.post(body, "subjects", registration.subject(), "versions");
        if (answer.status() == 409 || answer.status() == 422) {
            throw rejection(registration, answer);
        }
        return answer.expected("id").asInt();
    }

    /** Registries say whether a schema is compatible, but not all say why not: that we find out ourselves. */
    private SchemaRejectedException rejection(Registration registration, Answer answer) {
        var subject = registration.subject();
        var faults = level(subject).faults(registration.schema(), versions(subject));
        return new SchemaRejectedException(
                subject,
                registration.schema().getFullName(),
                faults.isEmpty() ? List.of("the registry says: " + answer.message()) : faults);
    }

    private Compatibility level(String subject) {
        var answer = http.get("config", subject);
        if (answer.isError(UNKNOWN_SUBJECT) || answer.isError(UNKNOWN_SUBJECT_CONFIG)) {
            answer = http.get("config");
        }
        return Compatibility.valueOf(answer.expected("compatibilityLevel").asText());
    }

    @Override
    public Schema byId(int id) {
        var known = schemas.get(id);
        if (known != null) {
            return known;
        }
        var answer = http.get("schemas", "ids", String.valueOf(id));
        if (answer.isError(UNKNOWN_SCHEMA)) {
            throw new UnknownSchemaIdException(id);
        }
        var schema = parsed(answer.expected())
                .orElseThrow(() -> new UnknownSchemaIdException(id, "what it has under it is no Avro schema"));
        schemas.put(id, schema);
        return schema;
    }

    @Override
    public List<Schema> versions(String subject) {
        var answer = http.get("subjects", subject, "versions");
        if (answer.isError(UNKNOWN_SUBJECT)) {
            return List.of();
        }
        var versions = new ArrayList<Schema>();
        for (var number : answer.expected()) {
            var version = http.get("subjects", subject, "versions", number.asText());
            if (!version.isError(UNKNOWN_VERSION)) {
                parsed(version.expected()).ifPresent(versions::add);
            }
        }
        return versions;
    }

    @Override
    public void requireCompatibility(String subject, Compatibility level) {
        http.put(Map.of("compatibility", level.name()), "config", subject).expected();
    }

    @Override
    public void close() {
        http.close();
    }

    private static Optional<Schema> parsed(JsonNode body) {
        try {
            var avro = body.path("schemaType").asText("AVRO").equals("AVRO");
            return avro
                    ? Optional.of(new Schema.Parser().parse(body.path("schema").asText()))
                    : Optional.empty();
        } catch (SchemaParseException e) {
            return Optional.empty();
        }
    }

    private record Registration(String subject, Schema schema) {}
}
