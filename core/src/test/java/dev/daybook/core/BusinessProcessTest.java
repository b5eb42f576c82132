package dev.daybook.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessProcessTest {
    private static final BusinessProcess<String, String> SHIPPING =
            new BusinessProcess<>("shipping", String.class, new Silent(), List.of());

    @Test
    void adds_to_what_it_heard_formerly() {
        var process = SHIPPING.formerlyHearing("basket").formerlyHearing("payment", "basket", "payment");

        assertThat(process.formerly()).containsExactlyInAnyOrder("basket", "payment");
        assertThat(SHIPPING.formerly()).isEmpty();
    }

    @Test
    void refuses_to_have_heard_what_no_aggregate_is_named() {
        assertThatThrownBy(() -> SHIPPING.formerlyHearing("basket", "Payment"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The type of aggregate that was heard formerly must be in kebab case, such as 'sales-order',"
                                + " but is 'Payment'");
    }

    private static final class Silent implements ProcessManager<String, String> {
        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, String input, Metadata metadata) {
            return state;
        }

        @Override
        public List<Action> react(String state, String input, Metadata metadata) {
            return List.of();
        }

        @Override
        public Stage stage(String state) {
            return Stage.RUNNING;
        }
    }
}
