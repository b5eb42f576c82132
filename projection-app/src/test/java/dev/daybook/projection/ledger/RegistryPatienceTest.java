package dev.daybook.projection.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.schema.RegistryUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RegistryPatienceTest {
    private final Closing closing = new Closing();
    private final RegistryPatience patience = new RegistryPatience(closing);
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void work_is_tried_again_until_the_registry_answers() {
        patience.run(() -> answerAt(3));

        assertThat(attempts).hasValue(3);
    }

    @Test
    void waiting_ends_when_the_app_is_told_to_end() {
        closing.begin();

        assertThatThrownBy(() -> patience.run(() -> answerAt(2))).isInstanceOf(RegistryUnavailableException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void any_other_trouble_is_not_waited_for() {
        assertThatThrownBy(() -> patience.run(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }

    private void answerAt(int attempt) {
        if (attempts.incrementAndGet() < attempt) {
            throw new RegistryUnavailableException("away", null);
        }
    }
}
