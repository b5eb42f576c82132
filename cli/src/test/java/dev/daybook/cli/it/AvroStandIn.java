package dev.daybook.cli.it;

import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.schema.WrittenRecords;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Stands for Confluent's deserializer, which is not on Maven Central: it takes the same settings and makes the same records. */
public final class AvroStandIn implements Deserializer<GenericRecord> {
    private @Nullable WrittenRecords records;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        var registry = URI.create(String.valueOf(settings.get("schema.registry.url")));
        records = new WrittenRecords(new HttpSchemaRegistry(RegistryConfig.of(registry)));
    }

    @Override
    public GenericRecord deserialize(String topic, byte[] value) {
        return (GenericRecord) Objects.requireNonNull(records).read(value);
    }
}
