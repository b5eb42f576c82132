package dev.daybook.platform.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** A registry that admits everything, and can be away. */
final class MapRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, Set<Schema>> subjects = new TreeMap<>();
    final Map<String, Compatibility> levels = new TreeMap<>();
    int requests;
    boolean away;

    @Override
    public synchronized int register(String subject, Schema schema) {
        answer();
        subjects.computeIfAbsent(subject, s -> new LinkedHashSet<>()).add(schema);
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized Schema byId(int id) {
        answer();
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaIdException(id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized List<Schema> versions(String subject) {
        answer();
        return List.copyOf(subjects.getOrDefault(subject, Set.of()));
    }

    @Override
    public synchronized void requireCompatibility(String subject, Compatibility level) {
        answer();
        levels.put(subject, level);
    }

    synchronized Set<String> subjects() {
        return Set.copyOf(subjects.keySet());
    }

    @Override
    public void close() {}

    private void answer() {
        if (away) {
            throw new RegistryUnavailableException("away", null);
        }
        requests++;
    }
}
