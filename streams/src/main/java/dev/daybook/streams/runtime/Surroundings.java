package dev.daybook.streams.runtime;

import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.streams.wire.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/**
 * What the applications of a process share.
 *
 * @param kafka what every Kafka client is configured with
 */
public record Surroundings(
        Map<String, Object> kafka,
        SchemaRegistry registry,
        RecordSerdes serdes,
        Patience patience,
        MeterRegistry meters) {}
