package dev.daybook.platform.config;

import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.schema.RegistryConfig.Basic;
import dev.daybook.platform.schema.RegistryConfig.Bearer;
import dev.daybook.platform.schema.RegistryConfig.Client;
import dev.daybook.platform.schema.RegistryConfig.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that all apps share.
 *
 * @param kafka what every Kafka client is configured with, {@code bootstrap.servers} at least
 * @param registry how to reach the schema registry
 */
public record CommonConfig(Map<String, Object> kafka, RegistryConfig registry) {

    public static final Setting<String> BOOTSTRAP_SERVERS = Setting.required(
            "kafka.bootstrap.servers",
            ValueType.text(),
            "where the Kafka brokers are: host:port, several joined by commas. Any other key under kafka. goes to"
                    + " every Kafka client as it is, such as kafka.security.protocol");

    public static final Setting<URI> REGISTRY_URL = Setting.required(
            "registry.url",
            ValueType.url(),
            "where the schema registry speaks Confluent's REST API; with Apicurio that ends in /apis/ccompat/v7");

    public static final Setting<String> REGISTRY_USER = Setting.optional(
            "registry.user", ValueType.text(), "the user for HTTP basic authentication at the registry");

    public static final Setting<String> REGISTRY_PASSWORD =
            Setting.optional("registry.password", ValueType.text(), "the password that goes with registry.user");

    public static final Setting<String> REGISTRY_TOKEN = Setting.optional(
            "registry.token", ValueType.text(), "a bearer token for the registry, instead of user and password");

    public static final Setting<Duration> REGISTRY_CONNECT_TIMEOUT = Setting.of(
            "registry.connect.timeout",
            ValueType.duration(),
            Duration.ofSeconds(5),
            "the longest wait for a connection to the registry");

    public static final Setting<Duration> REGISTRY_REQUEST_TIMEOUT = Setting.of(
            "registry.request.timeout",
            ValueType.duration(),
            Duration.ofSeconds(10),
            "the longest wait for an answer of the registry");

    public static final Setting<Client> REGISTRY_CLIENT = Setting.of(
            "registry.client",
            ValueType.oneOf(Client.class),
            Client.DAYBOOK,
            "which code reads and writes messages; confluent needs a build with -Pconfluent");

    public CommonConfig {
        kafka = Map.copyOf(kafka);
    }

    /** The settings that it is read from; an app adds its own to them. */
    public static List<Setting<?>> settings() {
        return List.of(
                BOOTSTRAP_SERVERS,
                REGISTRY_URL,
                REGISTRY_USER,
                REGISTRY_PASSWORD,
                REGISTRY_TOKEN,
                REGISTRY_CONNECT_TIMEOUT,
                REGISTRY_REQUEST_TIMEOUT,
                REGISTRY_CLIENT);
    }

    /**
     * Reads it.
     *
     * @throws ConfigException if the registry's credentials are neither a user with a password nor a token
     */
    public static CommonConfig from(Settings settings) {
        return new CommonConfig(
                settings.kafka(),
                new RegistryConfig(
                        settings.get(REGISTRY_URL),
                        credentials(settings),
                        settings.get(REGISTRY_CONNECT_TIMEOUT),
                        settings.get(REGISTRY_REQUEST_TIMEOUT),
                        settings.get(REGISTRY_CLIENT)));
    }

    private static @Nullable Credentials credentials(Settings settings) {
        var user = settings.find(REGISTRY_USER);
        var password = settings.find(REGISTRY_PASSWORD);
        var token = settings.find(REGISTRY_TOKEN);
        if (user.isPresent() != password.isPresent() || (user.isPresent() && token.isPresent())) {
            throw new ConfigException(
                    List.of("The registry's credentials are either registry.user with registry.password, "
                            + "or registry.token, or none; set one of these"));
        }
        if (user.isPresent()) {
            return new Basic(user.get(), password.orElseThrow());
        }
        return token.map(Bearer::new).orElse(null);
    }
}
