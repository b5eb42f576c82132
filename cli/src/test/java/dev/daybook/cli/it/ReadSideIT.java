package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be read after commands were accepted. */
final class ReadSideIT {
    private final String id = Http.newId();
    private final String customer = "customer-" + id;
    private String token = "";

    @BeforeEach
    void order_two_things() throws Exception {
        send("create-order", "{\"customerId\": \"" + customer + "\"}");
        send("add-item", "{\"productId\": \"tea-" + id + "\", \"quantity\": 12, \"unitPrice\": \"14.00\"}");
        send(
                "add-item",
                "{\"productId\": \"rice-" + id
                        + "\", \"quantity\": 10, \"unitPrice\": \"9.80\", \"discount\": \"0.15\"}");
    }

    @Test
    void shows_a_write_to_its_writer() throws Exception {
        var row = Http.query("/v1/views/order-summary/" + id, "Daybook-Token", token, "Prefer", "wait=20");

        assertThat(row.status()).as(row.body()).isEqualTo(200);
        assertThat(row.header("X-Event-Version")).isEqualTo("3");
        assertThat(row.json().path("orderId").asText()).isEqualTo(id);
        assertThat(row.json().path("status").asText()).isEqualTo("CREATED");
        assertThat(row.json().path("itemCount").asInt()).isEqualTo(2);
        assertThat(row.json().path("total").asText()).isEqualTo("251.3");
    }

    @Test
    void finds_the_orders_of_a_customer() throws Exception {
        var page = Http.query(
                "/v1/views/orders-by-customer?customerId=" + customer, "Daybook-Token", token, "Prefer", "wait=20");

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().path("rows")).hasSize(1);
        assertThat(page.json().at("/rows/0/orderId").asText()).isEqualTo(id);
        assertThat(page.json().path("next").isNull()).isTrue();
    }

    @Test
    void shows_a_shipped_order_among_the_shipped() throws Exception {
        for (var product : List.of("tea-" + id, "rice-" + id)) {
            assertThat(Http.post("/v1/inventory/" + product + "/receive-stock", "{\"quantity\": 12}")
                            .status())
                    .isEqualTo(200);
        }
        send("confirm-order", "{}");
        send("record-payment", "{\"method\": \"card\", \"amount\": \"251.3\"}");
        assertThat(Http.query("/v1/views/shipped-orders/" + id, "Daybook-Token", token, "Prefer", "wait=20")
                        .status())
                .isEqualTo(404);

        // Whether its fulfillment has marked it already or not.
        send("mark-ready-to-ship", "{}");
        send("ship-order", "{\"carrier\": \"UPS\", \"trackingNumber\": \"1Z\"}");
        var row = Http.query("/v1/views/shipped-orders/" + id, "Daybook-Token", token, "Prefer", "wait=20");

        assertThat(row.status()).as(row.body()).isEqualTo(200);
        assertThat(row.json().path("carrier").asText()).isEqualTo("UPS");
    }

    @Test
    void says_so_if_a_view_is_behind_what_was_asked_for() throws Exception {
        var future = token.substring(0, token.lastIndexOf(':') + 1) + 999_999_999;

        var answer = Http.query("/v1/views/order-summary/" + id, "Daybook-Token", future, "Prefer", "wait=0");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("code").asText()).isEqualTo("view-behind");
    }

    @Test
    void lists_what_happened_to_an_order() throws Exception {
        var events = Http.query("/v1/order/" + id + "/events", "Daybook-Token", token, "Prefer", "wait=20");

        assertThat(events.status()).as(events.body()).isEqualTo(200);
        assertThat(events.json().path("events"))
                .extracting(event -> event.path("type").asText())
                .containsExactly(
                        "dev.daybook.orders.OrderCreated",
                        "dev.daybook.orders.ItemAdded",
                        "dev.daybook.orders.ItemAdded");
        assertThat(events.json().at("/events/0/specversion").asText()).isEqualTo("1.0");
        assertThat(events.json().at("/events/2/data/amount").asText()).isEqualTo("83.3");
    }

    @Test
    void pages_through_what_happened() throws Exception {
        var page =
                Http.query("/v1/order/" + id + "/events?from=1&limit=2", "Daybook-Token", token, "Prefer", "wait=20");

        assertThat(page.json().path("events")).hasSize(2);
        assertThat(page.json().path("next").asLong()).isEqualTo(3);
    }

    @Test
    void tells_the_state_at_any_version() throws Exception {
        var state = Http.query("/v1/order/" + id + "/state?version=1", "Daybook-Token", token, "Prefer", "wait=20");

        assertThat(state.status()).as(state.body()).isEqualTo(200);
        assertThat(state.json().path("version").asLong()).isEqualTo(1);
        assertThat(state.json().at("/state/status").asText()).isEqualTo("CREATED");
        assertThat(state.json().at("/state/lines")).isEmpty();
    }

    @Test
    void tells_the_state_at_any_time() throws Exception {
        var now = Http.query("/v1/order/" + id + "/state", "Daybook-Token", token, "Prefer", "wait=20");
        var second = Http.query("/v1/order/" + id + "/events?from=2&limit=1")
                .json()
                .at("/events/0/time")
                .asText();

        var then = Http.query("/v1/order/" + id + "/state?at=" + second);

        assertThat(now.json().path("version").asLong()).isEqualTo(3);
        assertThat(now.json().at("/state/total").asText()).isEqualTo("251.3");
        assertThat(then.json().path("version").asLong()).isBetween(2L, 3L);
        assertThat(Http.query("/v1/order/" + id + "/state?at=2000-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void lists_the_views_with_their_positions() throws Exception {
        var views = Http.query("/v1/views");

        assertThat(views.status()).isEqualTo(200);
        assertThat(views.json().path("views"))
                .extracting(view -> view.path("name").asText())
                .contains("order-summary", "orders-by-customer", "shipped-orders");
    }

    @Test
    void shows_its_interface() throws Exception {
        assertThat(Http.query("/openapi.json").json().path("paths").has("/v1/order/{id}/events"))
                .isTrue();
        assertThat(Http.query("/docs").status()).isEqualTo(200);
        assertThat(Http.query("/docs/swagger-ui-bundle.js").status()).isEqualTo(200);
    }

    private void send(String command, String json) throws Exception {
        var answer = Http.post("/v1/order/" + id + "/" + command, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        token = answer.token();
    }
}
