package dev.daybook.testkit;

import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.platform.schema.SchemaRejectedException;
import dev.daybook.platform.schema.UnknownSchemaIdException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A schema registry in memory, for tests without a server. It numbers schemas from 1, gives one schema one id under all
 * its subjects, and refuses what is not compatible, as a real one does. Thread-safe.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        var versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!versions.contains(schema)) {
            requireCompatible(subject, schema, versions);
            versions.add(schema);
        }
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    private void requireCompatible(String subject, Schema schema, List<Schema> versions) {
        var faults = levels.getOrDefault(subject, Compatibility.NONE).faults(schema, versions);
        if (!faults.isEmpty()) {
            throw new SchemaRejectedException(subject, schema.getFullName(), faults);
        }
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaIdException(id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized List<Schema> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    @Override
    public synchronized void requireCompatibility(String subject, Compatibility level) {
        levels.put(subject, level);
    }

    @Override
    public void close() {}
}
