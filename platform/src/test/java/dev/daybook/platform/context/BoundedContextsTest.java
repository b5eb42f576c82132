package dev.daybook.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.RowView;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.core.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedContextsTest {

    @Test
    void contexts_that_share_no_name_run_together() {
        var sales = new Context("sales", List.of(aggregate("order")), List.of());
        var stock = new Context("stock", List.of(aggregate("item")), List.of());

        assertThat(BoundedContexts.validated(List.of(sales, stock))).containsExactly(sales, stock);
    }

    @Test
    void says_how_to_add_a_context_if_there_is_none() {
        assertThatThrownBy(BoundedContexts::load)
                .isInstanceOf(InvalidContextsException.class)
                .hasMessageContaining("META-INF/services/dev.daybook.core.BoundedContext");
    }

    @Test
    void refuses_two_contexts_of_one_name() {
        var sales = new Context("sales", List.of(), List.of());

        assertFaults(List.of(sales, sales), "The context 'sales' is declared twice");
    }

    @Test
    void refuses_one_type_of_aggregate_in_two_contexts() {
        var sales = new Context("sales", List.of(aggregate("order")), List.of());
        var purchase = new Context("purchase", List.of(aggregate("order")), List.of());

        assertFaults(List.of(sales, purchase), "The aggregate type or process 'order' is declared twice");
    }

    @Test
    void refuses_a_type_that_is_a_word_of_the_http_interface() {
        assertFaults(
                List.of(new Context("sales", List.of(aggregate("views")), List.of())),
                "The aggregate type or process 'views' of " + Context.class.getName()
                        + " is a word of the HTTP interface");
    }

    @Test
    void refuses_two_views_of_one_name_and_version() {
        var order = aggregate("order");
        var view = View.of("open", 1, order, String.class, (row, event, metadata) -> row);

        assertFaults(
                List.of(new Context("sales", List.of(order), List.of(view, view))),
                "The version of a view 'open v1' is declared twice");
    }

    @Test
    void takes_two_versions_of_a_view() {
        var order = aggregate("order");
        var first = View.of("open", 1, order, String.class, (row, event, metadata) -> row);
        var second = View.of("open", 2, order, String.class, (row, event, metadata) -> row);
        var contexts = List.<BoundedContext>of(new Context("sales", List.of(order), List.of(first, second)));

        assertThat(BoundedContexts.validated(contexts)).isEqualTo(contexts);
    }

    @Test
    void refuses_a_view_of_two_contexts() {
        var order = aggregate("order");
        var item = aggregate("item");
        var orders = View.of("open", 1, order, String.class, (row, event, metadata) -> row);
        var items = View.of("open", 2, item, String.class, (row, event, metadata) -> row);

        assertFaults(
                List.of(
                        new Context("sales", List.of(order), List.of(orders)),
                        new Context("stock", List.of(item), List.of(items))),
                "The view 'open' is declared twice");
    }

    @Test
    void refuses_a_view_of_an_aggregate_that_its_context_does_not_have() {
        var view = View.of("open", 1, aggregate("order"), String.class, (row, event, metadata) -> row);

        assertFaults(
                List.of(new Context("sales", List.of(aggregate("item")), List.of(view))),
                "The view 'open' folds the aggregate 'order', but the context 'sales' has only [item]");
    }

    @Test
    void refuses_a_view_of_other_events_than_its_aggregates() {
        var view = new RowView<Integer, String>(
                "open", 1, "order", Integer.class, String.class, (row, event, metadata) -> row, row -> true, List.of());

        assertFaults(
                List.of(new Context("sales", List.of(aggregate("order")), List.of(view))),
                "The view 'open' folds class java.lang.Integer, but the events of the aggregate 'order' are class "
                        + "java.lang.String");
    }

    @Test
    void refuses_a_view_that_is_named_as_that_of_a_process() {
        var order = aggregate("order");
        var view = View.of("shipping-process", 1, order, String.class, (row, event, metadata) -> row);

        assertFaults(
                List.of(new WithProcess("sales", List.of(order), List.of(view), List.of(process("shipping")))),
                "The view 'shipping-process' is declared twice");
    }

    @Test
    void refuses_a_process_that_is_named_as_an_aggregate() {
        assertFaults(
                List.of(new WithProcess("sales", List.of(aggregate("order")), List.of(), List.of(process("order")))),
                "The aggregate type or process 'order' is declared twice");
    }

    @Test
    void refuses_a_process_that_hears_an_aggregate_twice_or_none() {
        var order = aggregate("order");
        var hearing = Subscription.<String, String>to(order, (event, metadata) -> null);

        assertFaults(
                List.of(new WithProcess(
                        "sales", List.of(order), List.of(), List.of(process("shipping", hearing, hearing)))),
                "The process 'shipping' hears the aggregate 'order' twice");
        assertFaults(
                List.of(new WithProcess("sales", List.of(order), List.of(), List.of(process("shipping")))),
                "The process 'shipping' hears nothing");
    }

    @Test
    void refuses_a_process_that_hears_what_it_heard_formerly() {
        var order = aggregate("order");
        var process = process("shipping", Subscription.<String, String>to(order, (event, metadata) -> null));

        assertFaults(
                List.of(new WithProcess(
                        "sales", List.of(order), List.of(), List.of(process.formerlyHearing("order", "basket")))),
                "The process 'shipping' hears the aggregate 'order', so it did not only formerly");
    }

    @Test
    void names_all_faults_at_once() {
        var sales = new Context("sales", List.of(aggregate("order"), aggregate("commands")), List.of());

        assertThatThrownBy(() -> BoundedContexts.validated(List.of(sales, sales)))
                .isInstanceOfSatisfying(
                        InvalidContextsException.class,
                        refused -> assertThat(refused.faults()).hasSize(5));
    }

    private static void assertFaults(List<BoundedContext> contexts, String fault) {
        assertThatThrownBy(() -> BoundedContexts.validated(contexts))
                .isInstanceOf(InvalidContextsException.class)
                .hasMessageContaining(fault);
    }

    private static Aggregate<String, String, String> aggregate(String type) {
        return new Aggregate<>(type, String.class, String.class, String.class, new Silent());
    }

    private record Context(String name, List<Aggregate<?, ?, ?>> aggregates, List<View<?, ?>> views)
            implements BoundedContext {}

    private record WithProcess(
            String name,
            List<Aggregate<?, ?, ?>> aggregates,
            List<View<?, ?>> views,
            List<BusinessProcess<?, ?>> processes)
            implements BoundedContext {}

    @SafeVarargs
    private static BusinessProcess<String, String> process(String name, Subscription<?, String>... subscriptions) {
        return new BusinessProcess<>(name, String.class, new Idle(), List.of(subscriptions));
    }

    private static final class Idle implements ProcessManager<String, String> {
        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, String input, Metadata metadata) {
            return state;
        }

        @Override
        public List<Action> react(String state, String input, Metadata metadata) {
            return List.of();
        }

        @Override
        public Stage stage(String state) {
            return Stage.RUNNING;
        }
    }

    private static final class Silent implements Decider<String, String, String> {
        @Override
        public String initial() {
            return "";
        }

        @Override
        public Decision<String> decide(String command, String state, Metadata metadata) {
            return Decision.nothing();
        }

        @Override
        public String evolve(String state, String event, Metadata metadata) {
            return state;
        }
    }
}
