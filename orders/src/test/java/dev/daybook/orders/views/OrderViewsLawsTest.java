package dev.daybook.orders.views;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.View;
import dev.daybook.orders.CustomerOrder;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.ShippedOrder;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.orders.samples.Intent;
import dev.daybook.testkit.History;
import dev.daybook.testkit.ViewLaws;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderViewsLawsTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void every_view_agrees_with_the_state(@ForAll("life") List<Intent> intents) {
        var history = History.of(OrderDecider.ORDER).id("10248");
        for (var intent : intents) {
            history = history.handle(intent.on(history.state()));
        }
        if (history.state() instanceof Order order) {
            assertThat(row(OrderSummaryView.VIEW, history)).isEqualTo(summary(order, history.version()));
            assertThat(row(OrdersByCustomerView.VIEW, history)).isEqualTo(customerOrder(order, history.version()));
            assertThat(row(ShippedOrdersView.VIEW, history)).isEqualTo(shippedOrder(order, history.version()));
            assertThat(ShippedOrdersView.VIEW.listed().test(row(ShippedOrdersView.VIEW, history)))
                    .isEqualTo(order.shippedAt() != null);
        }
    }

    private static <R> R row(View<OrderEvent, R> view, History<OrderCommand, OrderEvent, OrderState> history) {
        return requireNonNull(ViewLaws.fold(view, history.events()));
    }

    private static OrderSummary summary(Order order, long version) {
        return new OrderSummary(
                "10248",
                order.customerId(),
                order.status(),
                order.lines().size(),
                order.total(),
                order.currency(),
                order.createdAt(),
                order.confirmedAt(),
                order.shippedAt(),
                order.carrier(),
                order.trackingNumber(),
                version);
    }

    private static CustomerOrder customerOrder(Order order, long version) {
        return new CustomerOrder(
                order.customerId(),
                "10248",
                order.status(),
                order.total(),
                order.currency(),
                order.createdAt(),
                version);
    }

    private static ShippedOrder shippedOrder(Order order, long version) {
        return new ShippedOrder(
                "10248",
                order.customerId(),
                order.total(),
                order.currency(),
                order.shipTo(),
                order.carrier(),
                order.trackingNumber(),
                order.shippedAt(),
                order.deliveredAt(),
                order.signedBy(),
                version);
    }

    @Provide
    Arbitrary<List<Intent>> life() {
        return Intent.life();
    }
}
