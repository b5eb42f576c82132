package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The demo, whole, on a stack that serves others too. */
final class DemoIT {
    @Test
    void replays_every_sample_order() throws Exception {
        var run = DemoRun.on(TestStack.data());

        assertThat(run.exitCode()).as(run.output()).isZero();
        DemoRun.assertFigures(run.json());
        assertThat(run.json().path("new").asInt()).isEqualTo(5_531);
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
