package dev.daybook.orders.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.View;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OrdersContextTest {

    @Test
    void is_found_by_the_apps() {
        assertThat(ServiceLoader.load(BoundedContext.class)).singleElement().satisfies(context -> {
            assertThat(context.name()).isEqualTo("orders");
            assertThat(context.aggregates()).extracting(Aggregate::type).containsExactly("order", "inventory");
            assertThat(context.processes()).extracting(BusinessProcess::name).containsExactly("fulfillment");
            assertThat(context.publications())
                    .extracting(publication -> publication.aggregate().type())
                    .containsExactly("order");
            assertThat(context.views())
                    .extracting(View::name)
                    .containsExactly(
                            "order-summary", "orders-by-customer", "shipped-orders", "order-status", "inventory");
        });
    }
}
