package dev.daybook.testkit;

import dev.daybook.platform.schema.SchemaRegistry;

class InMemorySchemaRegistryTest extends SchemaRegistrySuite {
    private final SchemaRegistry registry = new InMemorySchemaRegistry();

    @Override
    SchemaRegistry registry() {
        return registry;
    }
}
