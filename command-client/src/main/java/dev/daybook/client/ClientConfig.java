package dev.daybook.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a command client runs.
 *
 * @param context the bounded context whose aggregates it sends to, such as {@code orders}
 * @param kafka what every Kafka client is configured with: {@code bootstrap.servers}, and what TLS and SASL need
 * @param appendTimeout how long Kafka has to confirm that a command is appended
 * @param replyPartition which partition of the context's replies it reads; empty: any. Clients may share one, and then
 *     read each other's replies too
 * @param source who sends, a URI reference: the {@code ce_source} of the commands
 */
public record ClientConfig(
        String context,
        Map<String, Object> kafka,
        Duration appendTimeout,
        Optional<Integer> replyPartition,
        String source) {

    public ClientConfig {
        kafka = Map.copyOf(kafka);
    }

    /** A configuration with the defaults: 10 s to append, any partition of replies. */
    public static ClientConfig of(String context, Map<String, Object> kafka) {
        return new ClientConfig(context, kafka, Duration.ofSeconds(10), Optional.empty(), "/command-client");
    }
}
