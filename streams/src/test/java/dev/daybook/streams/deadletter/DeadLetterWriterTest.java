package dev.daybook.streams.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.message.Received;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterWriterTest {
    private static final int LARGEST = 10_000;
    private static final Failure FAILURE =
            new Failure(Failure.DECIDER_FAILED, "broken", new IllegalStateException("broken"));

    private final DeadLetterWriter writer = new DeadLetterWriter(LARGEST);

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 5_000, 6_000, 9_000, 9_900, 10_000, 100_000})
    void never_makes_a_letter_that_is_too_large_for_its_topic(int length) {
        var letter = writer.message(received(new byte[length]), FAILURE);

        var value = Outgoing.SERIALIZER.serialize("orders.dead-letters", letter.value());
        assertThat(AbstractRecords.estimateSizeInBytesUpperBound(
                        RecordBatch.CURRENT_MAGIC_VALUE,
                        CompressionType.NONE,
                        letter.key(),
                        value,
                        letter.headers().toArray()))
                .isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void says_where_a_message_lies_that_does_not_fit() {
        var letter = writer.message(received(new byte[LARGEST]), FAILURE);

        assertThat(Outgoing.SERIALIZER.serialize("orders.dead-letters", letter.value()))
                .isNull();
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("decider-failed");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("17");
        assertThat(Integer.parseInt(header(letter, DeadLetterHeaders.OMITTED))).isGreaterThan(LARGEST);
    }

    @Test
    void shortens_the_stack_trace() {
        var endless = new StackOverflowError();
        var frame = new StackTraceElement("dev.daybook.Endless", "recurse", "Endless.java", 1);
        var frames = new StackTraceElement[1_000];
        Arrays.fill(frames, frame);
        endless.setStackTrace(frames);

        var letter = writer.message(received(new byte[10]), new Failure(Failure.DECIDER_FAILED, "broken", endless));

        assertThat(header(letter, DeadLetterHeaders.STACK_TRACE)).hasSize(4_000).contains("Endless.recurse");
    }

    private static String header(Record<byte[], Outgoing> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private static Received received(byte[] value) {
        var message = new Record<>("10248".getBytes(UTF_8), value, 0, new RecordHeaders());
        return new Received(message, new RecordMetadata() {
            @Override
            public String topic() {
                return "orders.order.commands";
            }

            @Override
            public int partition() {
                return 3;
            }

            @Override
            public long offset() {
                return 17;
            }
        });
    }
}
