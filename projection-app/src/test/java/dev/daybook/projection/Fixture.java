package dev.daybook.projection;

import dev.daybook.core.Rollup;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.orders.CustomerOrder;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.ShippedOrder;
import dev.daybook.orders.StatusCount;
import dev.daybook.orders.context.OrdersContext;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.rollup.HostedRollup;
import dev.daybook.projection.timeline.HostedTimeline;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.RowCodec;
import dev.daybook.projection.view.ViewNames;
import dev.daybook.testkit.InMemorySchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The orders context as the app hosts it, without a broker and a registry. */
public final class Fixture {
    private final OrdersContext context = new OrdersContext();
    private final SchemaRegistry registry;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    public Fixture() {
        this(new InMemorySchemaRegistry());
    }

    public Fixture(SchemaRegistry registry) {
        this.registry = registry;
    }

    public SchemaRegistry registry() {
        return registry;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    public OrderLog log() {
        return new OrderLog(registry);
    }

    public HostedView<OrderEvent, OrderSummary> summaries(int partitions) {
        return host(this.<RowView<OrderEvent, OrderSummary>>view("order-summary"), partitions);
    }

    public HostedView<OrderEvent, CustomerOrder> customerOrders(int partitions) {
        return host(this.<RowView<OrderEvent, CustomerOrder>>view("orders-by-customer"), partitions);
    }

    public HostedView<OrderEvent, ShippedOrder> shippedOrders(int partitions) {
        return host(this.<RowView<OrderEvent, ShippedOrder>>view("shipped-orders"), partitions);
    }

    public <E, R> HostedView<E, R> host(RowView<E, R> view, int partitions) {
        var serdes = new RecordSerdes(registry);
        var names = ViewNames.of(context, view, BuildId.first(view.version()));
        return new HostedView<>(
                view,
                names,
                new EventReader<>(names.events(), view.events(), serdes),
                RowCodec.of(view, names, serdes),
                new Shards<>("view '" + view.name() + "'", partitions),
                new Anomalies(meters, names.application()),
                new Closing());
    }

    public HostedRollup<OrderEvent, StatusCount> statuses(int partitions) {
        return host(this.<Rollup<OrderEvent, StatusCount>>view("order-status"), partitions);
    }

    public <E, R> HostedRollup<E, R> host(Rollup<E, R> rollup, int partitions) {
        var serdes = new RecordSerdes(registry);
        var names = ViewNames.of(context, rollup, BuildId.first(rollup.version()));
        return new HostedRollup<>(
                rollup,
                names,
                new EventReader<>(names.events(), rollup.events(), serdes),
                RowCodec.of(rollup, names, serdes),
                new Shards<>("view '" + rollup.name() + "'", partitions),
                new Anomalies(meters, names.application()),
                new Closing());
    }

    public HostedTimeline<OrderEvent, OrderState> timeline(int partitions) {
        return new HostedTimeline<>(
                OrderDecider.ORDER,
                OrderLog.TOPIC,
                new EventReader<>(OrderLog.TOPIC, OrderEvent.class, new RecordSerdes(registry)),
                new Shards<>("the timeline of 'order'", partitions),
                new Anomalies(meters, "orders-timeline"),
                new Closing());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows the view
    private <V extends View<OrderEvent, ?>> V view(String name) {
        return (V) context.views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
