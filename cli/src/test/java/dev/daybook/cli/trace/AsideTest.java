package dev.daybook.cli.trace;

import static dev.daybook.cli.trace.Stories.advanced;
import static dev.daybook.cli.trace.Stories.cancelled;
import static dev.daybook.cli.trace.Stories.failed;
import static dev.daybook.cli.trace.Stories.held;
import static dev.daybook.cli.trace.Stories.planned;
import static dev.daybook.cli.trace.Stories.retried;
import static dev.daybook.cli.trace.Stories.sent;
import static dev.daybook.cli.trace.Stories.timer;
import static dev.daybook.cli.trace.Stories.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsideTest {
    private static final Trigger TOLD = told(new Ref("order", "10248", "c-1:1"), "OrderConfirmed");
    private static final PlannedCommand PAYMENT =
            timer("payment", sent(new Ref("order", "10248", "c-2"), "ExpirePayment"));

    private final Aside aside = new Aside();

    @Test
    void takes_the_first_that_ends_a_timer_of_the_story() {
        aside.tell(step("10248", 3, planned(TOLD, PAYMENT)));

        aside.consider(step("10248", 2, cancelled(TOLD, "payment")));
        aside.consider(step("10248", 4, cancelled(TOLD, "shipment")));
        aside.consider(step("10249", 4, cancelled(TOLD, "payment")));
        aside.consider(step("10248", 5, planned(TOLD, PAYMENT)));
        aside.consider(step("10248", 6, cancelled(TOLD, "payment")));

        assertThat(versions()).containsExactly(5L);
    }

    @Test
    void takes_an_end_for_each_time_that_a_timer_is_set() {
        aside.tell(step("10248", 1, planned(TOLD, PAYMENT)));
        aside.tell(step("10248", 3, planned(TOLD, PAYMENT)));

        aside.consider(step("10248", 2, cancelled(TOLD, "payment")));
        aside.consider(step("10248", 4, cancelled(TOLD, "payment")));

        assertThat(versions()).containsExactlyInAnyOrder(2L, 4L);
    }

    @Test
    void takes_the_last_failure_and_the_last_retry_before_each_step_of_the_story() {
        aside.tell(step("10248", 10, held(TOLD)));

        for (var version = 1L; version < 9; version += 2) {
            aside.consider(step("10248", version, failed(TOLD)));
            aside.consider(step("10248", version + 1, retried()));
        }
        aside.consider(step("10248", 9, advanced(TOLD)));
        aside.consider(step("10248", 11, failed(TOLD)));

        assertThat(versions()).containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void is_never_more_than_the_story_asks_for() {
        aside.tell(step("10248", 1, planned(TOLD, PAYMENT)));
        aside.tell(step("10248", 100_000, held(TOLD)));

        for (var version = 2L; version < 50_000; version++) {
            aside.consider(step("10248", version, planned(TOLD, PAYMENT)));
            aside.consider(step("10248", 50_000 + version, failed(TOLD)));
        }

        assertThat(aside.steps()).hasSize(2);
    }

    @Test
    void considers_all_again_when_more_of_the_story_is_known() {
        var end = step("10248", 2, cancelled(TOLD, "payment"));
        aside.consider(end);
        assertThat(aside.steps()).isEmpty();

        aside.tell(step("10248", 1, planned(TOLD, PAYMENT)));
        aside.clear();
        aside.consider(end);

        assertThat(versions()).containsExactly(2L);
    }

    private List<Long> versions() {
        return aside.steps().stream().map(Message.Step::version).toList();
    }

    private static Message.Step step(String instanceId, long version, ProcessEvent event) {
        return new Message.Step(
                new Ref("fulfillment", instanceId, "fulfillment:" + instanceId + "@" + version),
                version,
                event.getSchema().getFullName(),
                Stories.BEGIN,
                "c-1:1",
                "story-2",
                event);
    }
}
