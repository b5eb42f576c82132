package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The demo, whole, on a stack that serves others too. */
final class DemoIT {
    @Test
    void replays_every_sample_order_and_adds_nothing_the_second_time() throws Exception {
        var first = DemoRun.on(TestStack.data());

        assertThat(first.exitCode()).as(first.output()).isZero();
        DemoRun.assertFigures(first.json());
        assertThat(first.json().path("new").asInt()).isEqualTo(5_531);

        var second = DemoRun.on(TestStack.data());

        assertThat(second.exitCode()).as(second.output()).isZero();
        DemoRun.assertFigures(second.json());
        assertThat(second.json().path("new").asInt()).isZero();
        assertThat(second.json().path("known").asInt()).isEqualTo(5_531);
        assertFirstVersionOfAnOrder();
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
