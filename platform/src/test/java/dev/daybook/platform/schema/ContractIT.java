package dev.daybook.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A contract and a real registry. */
class ContractIT {
    private static final RegistryConfig REGISTRY =
            RegistryConfig.of(EmbeddedStack.shared().registryUrl());

    @Test
    void several_apps_may_register_it_at_once() {
        var contract = contract("at-once");
        try (var apps = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 3)
                    .mapToObj(app -> apps.submit(() -> register(contract)))
                    .toList();

            assertThat(starts).allSatisfy(start -> assertThat(start).succeedsWithin(Duration.ofSeconds(60)));
        }

        try (var registry = new HttpSchemaRegistry(REGISTRY)) {
            assertThat(contract.subjects())
                    .allSatisfy(subject ->
                            assertThat(registry.versions(subject.name())).containsExactly(subject.schema()));
        }
    }

    @Test
    void a_registry_that_holds_another_shape_refuses_it() {
        try (var registry = new HttpSchemaRegistry(REGISTRY)) {
            registry.register(
                    "refused.events-dev.daybook.orders.OrderShipped",
                    Schemas.record("dev.daybook.orders.OrderShipped", "carrier", "trackingNumber", "weight"));
        }

        assertThatThrownBy(() -> register(contract("refused")))
                .isInstanceOf(ContractRejectedException.class)
                .hasMessageContaining("The schema dev.daybook.orders.OrderShipped is refused under the subject "
                        + "refused.events-dev.daybook.orders.OrderShipped")
                .hasMessageContaining(
                        "version 1 cannot read what it writes: field weight: " + "READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    private static Contract contract(String prefix) {
        return Contract.none()
                .with(prefix + ".commands", OrderCommand.class, Compatibility.BACKWARD)
                .with(prefix + ".events", OrderEvent.class, Compatibility.FULL_TRANSITIVE);
    }

    private static void register(Contract contract) {
        try (var registry = new HttpSchemaRegistry(REGISTRY)) {
            contract.register(registry);
        }
    }
}
