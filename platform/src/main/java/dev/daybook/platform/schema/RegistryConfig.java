package dev.daybook.platform.schema;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a schema registry.
 *
 * @param url the base of Confluent's REST API, such as {@code http://localhost:8081/apis/ccompat/v7}
 * @param credentials sent with every request, if any
 * @param connectTimeout the longest wait for a connection
 * @param requestTimeout the longest wait for an answer
 * @param client which code reads and writes messages
 */
public record RegistryConfig(
        URI url, @Nullable Credentials credentials, Duration connectTimeout, Duration requestTimeout, Client client) {

    /** What proves to the registry who asks. */
    public sealed interface Credentials {}

    /** A user and a password, as HTTP basic authentication. */
    public record Basic(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "Basic[user=" + user + ", password=****]";
        }
    }

    /** A bearer token. */
    public record Bearer(String token) implements Credentials {
        @Override
        public String toString() {
            return "Bearer[token=****]";
        }
    }

    /** Which code stands behind {@link RecordSerdes}. */
    public enum Client {
        /** Daybook's own. */
        DAYBOOK,
        /** Confluent's {@code KafkaAvroSerializer} and its counterpart, which must be on the class path. */
        CONFLUENT
    }

    /** A registry that asks for no credentials, with the default time-outs. */
    public static RegistryConfig of(URI url) {
        return new RegistryConfig(url, null, Duration.ofSeconds(5), Duration.ofSeconds(10), Client.DAYBOOK);
    }
}
