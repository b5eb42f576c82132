package dev.daybook.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class EmbeddedStackIT {
    @Test
    void serves_topics_and_schemas() throws Exception {
        var stack = EmbeddedStack.shared();

        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("a-topic", 2, (short) 1)))
                    .all()
                    .get();
            assertThat(admin.listTopics().names().get()).contains("a-topic");
        }
        var registry = new Schemas(stack.registryUrl());
        assertThat(registry.schema(registry.register("a-subject", "Name"))).contains("Name");
    }

    @Test
    void is_the_same_for_all_who_ask() {
        assertThat(EmbeddedStack.shared()).isSameAs(EmbeddedStack.shared());
    }
}
