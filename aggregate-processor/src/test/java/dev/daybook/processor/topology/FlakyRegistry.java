package dev.daybook.processor.topology;

import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.util.List;
import org.apache.avro.Schema;

/** A registry that is away for so many questions, and counts those that it answers. */
final class FlakyRegistry implements SchemaRegistry {
    private final SchemaRegistry registry = new InMemorySchemaRegistry();
    private int away;
    private int answered;

    void leaveFor(int questions) {
        away = questions;
    }

    int answered() {
        return answered;
    }

    boolean isBack() {
        return away == 0;
    }

    @Override
    public int register(String subject, Schema schema) {
        requirePresence();
        return registry.register(subject, schema);
    }

    @Override
    public Schema byId(int id) {
        requirePresence();
        return registry.byId(id);
    }

    @Override
    public List<Schema> versions(String subject) {
        requirePresence();
        return registry.versions(subject);
    }

    @Override
    public void requireCompatibility(String subject, Compatibility level) {
        requirePresence();
        registry.requireCompatibility(subject, level);
    }

    @Override
    public void close() {}

    private void requirePresence() {
        if (away > 0) {
            away--;
            throw new RegistryUnavailableException("away, as the test wants it", null);
        }
        answered++;
    }
}
