package dev.daybook.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.streams.StandstillException;
import dev.daybook.streams.message.Received;
import dev.daybook.streams.retry.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.IllegalGenerationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorPolicyTest {
    private final StreamsException passing = new StreamsException(new TimeoutException("broker away"));
    private final StreamsException unknown = new StreamsException(new IllegalStateException("what?"));
    private final StreamsException broken = new StreamsException(new TopicAuthorizationException("not yours"));

    private final MovableClock clock = new MovableClock();
    private final ErrorPolicy policy = new ErrorPolicy("app", new Backoff(Duration.ZERO, Duration.ZERO), clock);

    @Test
    void replaces_a_thread_that_something_transient_killed_however_often() {
        for (var i = 0; i < 100; i++) {
            assertThat(policy.handle(passing)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(policy.fatal()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void replaces_a_thread_that_was_taken_for_dead_however_often(RuntimeException met) {
        for (var i = 0; i < 20; i++) {
            assertThat(policy.handle(new StreamsException(met))).isEqualTo(REPLACE_THREAD);
        }
        assertThat(policy.fatal()).isEmpty();
    }

    static Stream<RuntimeException> replaces_a_thread_that_was_taken_for_dead_however_often() {
        return Stream.of(
                new ProducerFencedException("fenced"),
                new InvalidProducerEpochException("fenced"),
                new InvalidPidMappingException("forgotten"),
                new UnknownMemberIdException(),
                new IllegalGenerationException(),
                new CommitFailedException(),
                new RebalanceInProgressException(),
                new TaskMigratedException("gone", new ProducerFencedException("fenced")),
                new TaskCorruptedException(Set.of(new TaskId(0, 0))));
    }

    @Test
    void makes_way_for_another_process_with_its_name() {
        assertThat(policy.handle(new StreamsException(new FencedInstanceIdException("another has come"))))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void replaces_a_thread_that_something_unknown_killed_ten_times_in_a_row() {
        for (var i = 0; i < 10; i++) {
            assertThat(policy.handle(unknown)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(policy.handle(unknown)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.fatal()).contains("11 times in a row", "what?");
    }

    @Test
    void does_not_count_what_it_tries_for_ever_towards_what_is_unknown() {
        for (var i = 0; i < 20; i++) {
            policy.handle(passing);
            policy.handle(new StreamsException(standstill()));
        }
        for (var i = 0; i < 10; i++) {
            assertThat(policy.handle(unknown)).isEqualTo(REPLACE_THREAD);
        }
        policy.handle(passing);
        assertThat(policy.handle(unknown)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void forgets_what_was_long_ago() {
        for (var i = 0; i < 100; i++) {
            assertThat(policy.handle(unknown)).isEqualTo(REPLACE_THREAD);
            clock.now = clock.now.plus(Duration.ofMinutes(61));
        }
    }

    @Test
    void stops_at_once_for_what_only_a_person_can_mend() {
        assertThat(policy.handle(broken)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.fatal()).contains("not yours");
        assertThat(policy.handle(new OutOfMemoryError())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void tries_for_ever_to_get_past_a_message_and_says_which() {
        for (var i = 0; i < 20; i++) {
            assertThat(policy.handle(new StreamsException(standstill()))).isEqualTo(REPLACE_THREAD);
            assertThat(policy.standstill()).contains("offset 17 of orders.order.events-3", "it threw");
        }
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        assertThat(policy.standstill()).isEmpty();
    }

    /** Whatever the reason: an endless recursion is one of the message, not of this process. */
    private static StandstillException standstill() {
        var message = new ConsumerRecord<byte[], byte[]>("orders.order.events", 3, 17, null, null);
        return new StandstillException(Received.of(message), "it threw", new StackOverflowError());
    }

    @Test
    void replaces_nothing_while_the_application_closes() {
        policy.close();

        assertThat(policy.handle(passing)).isEqualTo(SHUTDOWN_CLIENT);
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
