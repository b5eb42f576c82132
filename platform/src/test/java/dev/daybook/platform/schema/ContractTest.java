package dev.daybook.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.View;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderSummary;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ContractTest {
    private final MapRegistry registry = new MapRegistry();
    private final Contract contract = Contract.of(new Orders());

    @Test
    void commands_read_what_the_last_version_wrote() {
        assertThat(level("orders.order.commands-dev.daybook.orders.AddItem")).isEqualTo(Compatibility.BACKWARD);
    }

    @Test
    void inquiries_travel_with_the_commands() {
        assertThat(level("orders.order.commands-dev.daybook.inquiry.FindOutcome"))
                .isEqualTo(Compatibility.BACKWARD);
    }

    @Test
    void events_are_readable_for_ever_both_ways() {
        assertThat(level("orders.order.events-dev.daybook.orders.ItemAdded")).isEqualTo(Compatibility.FULL_TRANSITIVE);
    }

    @Test
    void outcomes_are_readable_for_ever_both_ways() {
        assertThat(level("orders.replies-dev.daybook.outcome.CommandAccepted"))
                .isEqualTo(Compatibility.FULL_TRANSITIVE);
    }

    @Test
    void an_app_adds_what_else_it_writes() {
        var more = contract.with("orders-processor-order-changelog", OrderState.class, Compatibility.BACKWARD)
                .with("orders-view-changelog", OrderSummary.class, Compatibility.BACKWARD);

        assertThat(more.subjects()
                        .subList(contract.subjects().size(), more.subjects().size()))
                .extracting(Contract.Subject::name)
                .containsExactly(
                        "orders-processor-order-changelog-dev.daybook.orders.NoOrder",
                        "orders-processor-order-changelog-dev.daybook.orders.Order",
                        "orders-view-changelog-dev.daybook.orders.OrderSummary");
    }

    @Test
    void registers_every_schema_at_its_level() {
        contract.register(registry);

        for (var subject : contract.subjects()) {
            assertThat(registry.versions(subject.name())).containsExactly(subject.schema());
            assertThat(registry.levels).containsEntry(subject.name(), subject.compatibility());
        }
    }

    @Test
    void names_every_schema_that_the_registry_refuses() {
        var strict = new Strict(registry, List.of(ConfirmOrder.CODEC.schema(), CancelOrder.CODEC.schema()));

        assertThatThrownBy(() -> contract.register(strict))
                .isInstanceOfSatisfying(
                        ContractRejectedException.class,
                        rejected -> assertThat(rejected.rejections())
                                .extracting(SchemaRejectedException::schema)
                                .containsExactly("dev.daybook.orders.ConfirmOrder", "dev.daybook.orders.CancelOrder"))
                .hasMessageContaining("The schema dev.daybook.orders.CancelOrder is refused under the subject "
                        + "orders.order.commands-dev.daybook.orders.CancelOrder: field x: RULE");
    }

    @Test
    void a_registry_that_is_away_is_no_refusal() {
        registry.away = true;

        assertThatThrownBy(() -> contract.register(registry)).isInstanceOf(RegistryUnavailableException.class);
    }

    private Compatibility level(String subject) {
        return contract.subjects().stream()
                .filter(each -> each.name().equals(subject))
                .findFirst()
                .orElseThrow()
                .compatibility();
    }

    private static final class Orders implements BoundedContext {
        @Override
        public String name() {
            return "orders";
        }

        @Override
        public List<Aggregate<?, ?, ?>> aggregates() {
            return List.of(
                    new Aggregate<>("order", OrderCommand.class, OrderEvent.class, OrderState.class, new Undecided()));
        }

        @Override
        public List<View<?, ?>> views() {
            return List.of();
        }
    }

    private static final class Undecided implements Decider<OrderCommand, OrderEvent, OrderState> {
        @Override
        public OrderState initial() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Decision<OrderEvent> decide(OrderCommand command, OrderState state, Metadata metadata) {
            return Decision.nothing();
        }

        @Override
        public OrderState evolve(OrderState state, OrderEvent event, Metadata metadata) {
            return state;
        }
    }

    /** A registry that refuses some schemas. */
    private record Strict(SchemaRegistry admitting, List<Schema> refused) implements SchemaRegistry {
        @Override
        public int register(String subject, Schema schema) {
            if (refused.contains(schema)) {
                throw new SchemaRejectedException(subject, schema.getFullName(), List.of("field x: RULE: reason"));
            }
            return admitting.register(subject, schema);
        }

        @Override
        public Schema byId(int id) {
            return admitting.byId(id);
        }

        @Override
        public List<Schema> versions(String subject) {
            return admitting.versions(subject);
        }

        @Override
        public void requireCompatibility(String subject, Compatibility level) {
            admitting.requireCompatibility(subject, level);
        }

        @Override
        public void close() {}
    }
}
