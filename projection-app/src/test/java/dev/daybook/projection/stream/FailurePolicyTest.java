package dev.daybook.projection.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.projection.ledger.Closing;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rocksdb.RocksDBException;

class FailurePolicyTest {
    private final Closing closing = new Closing();
    private final FailurePolicy policy = new FailurePolicy("orders-view", closing, Duration.ofMillis(1));

    static Stream<Throwable> what_may_pass() {
        return Stream.of(
                new StreamsException("The state folder is locked"),
                new StreamsException(new TimeoutException("The broker is away")),
                new StreamsException(new RegistryUnavailableException("The registry is away", null)),
                new StreamsException(new IOException("No space left on device")),
                new StreamsException(new RocksDBException("No space left on device")));
    }

    static Stream<Throwable> what_would_happen_again() {
        return Stream.of(
                new StreamsException(new IllegalStateException("A fold threw")),
                new StreamsException(new NullPointerException()),
                new OutOfMemoryError());
    }

    @ParameterizedTest
    @MethodSource("what_may_pass")
    void what_may_pass_is_tried_again(Throwable error) {
        assertThat(policy.handle(error)).isEqualTo(REPLACE_THREAD);
        assertThat(policy.failure()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("what_would_happen_again")
    void what_would_happen_again_ends_the_application_and_is_told(Throwable error) {
        assertThat(policy.handle(error)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.failure()).contains(error.toString());
    }

    @Test
    void nothing_is_tried_again_when_the_app_is_told_to_end() {
        closing.begin();

        assertThat(policy.handle(new StreamsException("The state folder is locked")))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.failure()).isEmpty();
    }
}
