package dev.daybook.orders.order;

import static dev.daybook.orders.samples.Samples.MONDAY;
import static dev.daybook.orders.samples.Samples.TUESDAY;
import static dev.daybook.orders.samples.Samples.WEDNESDAY;
import static dev.daybook.orders.samples.Samples.added;
import static dev.daybook.orders.samples.Samples.amount;
import static dev.daybook.orders.samples.Samples.confirmed;
import static dev.daybook.orders.samples.Samples.created;
import static dev.daybook.orders.samples.Samples.delivered;
import static dev.daybook.orders.samples.Samples.paid;
import static dev.daybook.orders.samples.Samples.ready;
import static dev.daybook.orders.samples.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.avro.Vocabulary;
import dev.daybook.orders.ItemRemoved;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderTotalCorrected;
import dev.daybook.orders.published.OrderCancelledV1;
import dev.daybook.orders.published.OrderConfirmedV1;
import dev.daybook.orders.published.OrderDeliveredV1;
import dev.daybook.orders.published.OrderIntegrationEvent;
import dev.daybook.orders.published.OrderPaidV1;
import dev.daybook.orders.published.OrderShippedV1;
import dev.daybook.orders.published.OrderTotalCorrectedV1;
import dev.daybook.orders.published.PublishedLine;
import dev.daybook.testkit.History;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderPublicationTest {
    private static final History<OrderCommand, OrderEvent, OrderState> FILLED = History.of(OrderDecider.ORDER)
            .id("10248")
            .at(MONDAY)
            .append(List.of(created(), added(), added("rice", 2, "0", "0", "0"), added("tofu", 3, "0", "0", "0")));
    private static final History<OrderCommand, OrderEvent, OrderState> CONFIRMED =
            FILLED.append(List.of(confirmed())).at(TUESDAY);
    private static final List<PublishedLine> LINES =
            List.of(new PublishedLine("tofu", 15), new PublishedLine("rice", 2));

    @Test
    void tells_no_one_of_an_order_that_can_still_change() {
        assertThat(published(History.of(OrderDecider.ORDER), created())).isNull();
        assertThat(published(FILLED, added())).isNull();
        assertThat(published(FILLED, new ItemRemoved("rice", 2, 0, amount("0"), amount("0"), amount("0"))))
                .isNull();
        assertThat(published(FILLED, new OrderCancelled("changed my mind", false)))
                .isNull();
    }

    @Test
    void tells_of_an_order_that_became_binding() {
        var expected = new OrderConfirmedV1("10248", "VINET", "USD", amount("168"), LINES, MONDAY);

        assertThat(published(FILLED, confirmed())).isEqualTo(expected);
        assertThat(published(FILLED, new OrderConfirmed(amount("168"), List.of())))
                .as("an event that does not tell its lines")
                .isEqualTo(expected);
    }

    @Test
    void tells_what_became_of_it() {
        assertThat(published(CONFIRMED, new OrderTotalCorrected(amount("168"), amount("160"), "agreed by phone")))
                .isEqualTo(new OrderTotalCorrectedV1("10248", "USD", amount("160"), TUESDAY));
        assertThat(published(CONFIRMED, paid())).isEqualTo(new OrderPaidV1("10248", "USD", amount("168"), TUESDAY));
        assertThat(published(CONFIRMED, new OrderCancelled("out of stock", true)))
                .isEqualTo(new OrderCancelledV1("10248", "out of stock", TUESDAY));
        var shipped = CONFIRMED.append(List.of(paid(), ready()));
        assertThat(published(shipped, shipped()))
                .isEqualTo(new OrderShippedV1("10248", "Speedy Express", "SE-1", TUESDAY));
        assertThat(published(shipped.append(List.of(shipped())).at(WEDNESDAY), delivered()))
                .isEqualTo(new OrderDeliveredV1("10248", WEDNESDAY));
    }

    @Test
    void keeps_to_itself_that_an_order_is_ready() {
        assertThat(published(CONFIRMED, ready())).isNull();
    }

    /** A field that is published stays for ever: one more is a decision, and stands here. */
    @Test
    void publishes_these_fields_and_no_others() {
        assertThat(Vocabulary.of(OrderIntegrationEvent.class).codecs().stream()
                        .map(codec -> codec.type().getSimpleName())
                        .toList())
                .containsExactly(
                        "OrderConfirmedV1",
                        "OrderTotalCorrectedV1",
                        "OrderPaidV1",
                        "OrderShippedV1",
                        "OrderDeliveredV1",
                        "OrderCancelledV1");
        assertThat(Stream.concat(
                                Vocabulary.of(OrderIntegrationEvent.class).codecs().stream()
                                        .map(codec -> codec.schema()),
                                Stream.of(PublishedLine.CODEC.schema()))
                        .flatMap(schema ->
                                schema.getFields().stream().map(field -> schema.getName() + "." + field.name()))
                        .toList())
                .containsExactly(
                        "OrderConfirmedV1.orderId",
                        "OrderConfirmedV1.customerId",
                        "OrderConfirmedV1.currency",
                        "OrderConfirmedV1.total",
                        "OrderConfirmedV1.lines",
                        "OrderConfirmedV1.confirmedAt",
                        "OrderTotalCorrectedV1.orderId",
                        "OrderTotalCorrectedV1.currency",
                        "OrderTotalCorrectedV1.total",
                        "OrderTotalCorrectedV1.correctedAt",
                        "OrderPaidV1.orderId",
                        "OrderPaidV1.currency",
                        "OrderPaidV1.amount",
                        "OrderPaidV1.paidAt",
                        "OrderShippedV1.orderId",
                        "OrderShippedV1.carrier",
                        "OrderShippedV1.trackingNumber",
                        "OrderShippedV1.shippedAt",
                        "OrderDeliveredV1.orderId",
                        "OrderDeliveredV1.deliveredAt",
                        "OrderCancelledV1.orderId",
                        "OrderCancelledV1.reason",
                        "OrderCancelledV1.cancelledAt",
                        "PublishedLine.productId",
                        "PublishedLine.quantity");
    }

    private static @Nullable OrderIntegrationEvent published(
            History<OrderCommand, OrderEvent, OrderState> before, OrderEvent event) {
        var after = before.append(List.of(event));
        return OrderPublication.PUBLICATION
                .translation()
                .apply(event, after.state(), after.events().getLast().metadata());
    }
}
