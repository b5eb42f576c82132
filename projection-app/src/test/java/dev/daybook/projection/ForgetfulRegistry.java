package dev.daybook.projection;

import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.platform.schema.UnknownSchemaIdException;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** A registry in memory that does not know some schemas by their ids until it is mended: what was written with them cannot be read. */
public final class ForgetfulRegistry implements SchemaRegistry {
    private final SchemaRegistry registry = new InMemorySchemaRegistry();
    private final Set<String> forgotten = new HashSet<>();

    /** From now on it does not know the schemas of a record. */
    public void forget(Class<?> type) {
        forgotten.add(type.getName());
    }

    /** From now on it knows all. */
    public void mend() {
        forgotten.clear();
    }

    @Override
    public int register(String subject, Schema schema) {
        return registry.register(subject, schema);
    }

    @Override
    public Schema byId(int id) {
        var schema = registry.byId(id);
        if (forgotten.contains(schema.getFullName())) {
            throw new UnknownSchemaIdException(id);
        }
        return schema;
    }

    @Override
    public List<Schema> versions(String subject) {
        return registry.versions(subject);
    }

    @Override
    public void requireCompatibility(String subject, Compatibility level) {
        registry.requireCompatibility(subject, level);
    }

    @Override
    public void close() {
        registry.close();
    }
}
