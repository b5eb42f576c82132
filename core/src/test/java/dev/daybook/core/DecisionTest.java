package dev.daybook.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void does_not_change_with_the_list_it_was_made_from() {
        var events = new ArrayList<>(List.of("opened"));
        var decision = new Decision.Accepted<>(events);
        events.add("closed");

        assertThat(decision.events()).containsExactly("opened");
    }

    @Test
    void does_not_change_with_the_details_it_was_made_from() {
        var details = new HashMap<>(java.util.Map.of("amountDue", "440"));
        var decision = new Decision.Rejected<String>("wrong-amount", "Expected 440, found 4.40", details);
        details.clear();

        assertThat(decision.details()).containsEntry("amountDue", "440");
    }

    @Test
    void accepts_nothing_as_no_events() {
        assertThat(Decision.nothing()).isEqualTo(Decision.accept());
    }

    @Test
    void refuses_without_events() {
        assertThat(Decision.reject("not-due", "Expected a payment that is due, but nothing is due")
                        .events())
                .isEmpty();
    }
}
