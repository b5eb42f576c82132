package dev.daybook.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.UnknownSchemaIdException;
import dev.daybook.platform.schema.UnreadableMessageException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final RegistryUnavailableException away = new RegistryUnavailableException("away", null);

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void asks_again_until_the_registry_answers() {
        var patience = new Patience(Duration.ofSeconds(10));

        assertThat(patience.ask(() -> answerAt(3))).isEqualTo("answer");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void gives_up_after_its_limit() {
        var patience = new Patience(Duration.ofMillis(100));

        assertThatThrownBy(() -> patience.ask(() -> answerAt(100)))
                .isInstanceOf(RegistryAwayException.class)
                .hasMessageContainingAll("2 attempts", "away")
                .hasCause(away);
    }

    @Test
    void gives_up_when_it_is_closed() {
        var patience = new Patience(Duration.ofHours(1));
        patience.close();

        assertThatThrownBy(() -> patience.ask(() -> answerAt(100))).isInstanceOf(RegistryAwayException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void does_not_wait_for_what_waiting_does_not_mend() {
        var patience = new Patience(Duration.ofHours(1));
        var unreadable = new UnreadableMessageException("garbage");

        assertThatThrownBy(() -> patience.ask(() -> {
                    throw unreadable;
                }))
                .isSameAs(unreadable);
        assertThatThrownBy(() -> patience.ask(() -> {
                    throw new UnknownSchemaIdException(7);
                }))
                .isInstanceOf(RegistryRefusedException.class);
    }

    private String answerAt(int attempt) {
        if (attempts.incrementAndGet() < attempt) {
            throw away;
        }
        return "answer";
    }
}
