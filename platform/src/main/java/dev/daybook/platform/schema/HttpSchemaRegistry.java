package dev.daybook.platform.schema;

import java.util.List;
import org.apache.avro.Schema;

/** A schema registry that speaks Confluent's REST API. */
public final class HttpSchemaRegistry implements SchemaRegistry {

    public HttpSchemaRegistry(RegistryConfig config) {}

    @Override
    public int register(String subject, Schema schema) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Schema byId(int id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Schema> versions(String subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requireCompatibility(String subject, Compatibility level) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
