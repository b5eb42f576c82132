package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The demo, whole, on a stack that serves others too. */
final class DemoIT {
    @Test
    void replays_every_sample_order_and_adds_nothing_the_second_time() throws Exception {
        wantWhatThereIsNotYet();
        var run = DemoRun.on(TestStack.data());

        assertThat(run.exitCode()).as(run.output()).isZero();
        DemoRun.assertFigures(run.json());
        assertThat(run.json().path("new").asInt()).isEqualTo(5_531);
        assertFirstVersionOfAnOrder();
        assertAddsNothingAgain(run.json().path("eventsInTopic").asInt());
    }

    /** A product may have a history before its stock is received. */
    private static void wantWhatThereIsNotYet() throws Exception {
        assertThat(Http.post("/v1/inventory/11/reserve-stock", "{\"orderId\": \"early\", \"quantity\": 1000000}")
                        .status())
                .isEqualTo(200);
    }

    private static void assertAddsNothingAgain(int events) {
        var again = DemoRun.on(TestStack.data());

        assertThat(again.exitCode()).as(again.output()).isZero();
        DemoRun.assertFigures(again.json());
        assertThat(again.json().path("new").asInt()).isZero();
        assertThat(again.json().path("known").asInt()).isEqualTo(5_531);
        assertThat(again.json().path("eventsInTopic").asInt()).isEqualTo(events);
    }

    private static void assertFirstVersionOfAnOrder() throws Exception {
        var state = Http.query("/v1/order/10248/state?version=1").json();

        assertThat(state.at("/state/status").asText()).isEqualTo("CREATED");
        assertThat(state.at("/state/shipTo/city").asText()).isEqualTo("Reims");
        assertThat(Http.query("/v1/views/order-summary/10248")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("SHIPPED");
    }
}
