package dev.daybook.processes.forward;

import dev.daybook.streams.deadletter.DeadLetterCount;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.message.Received;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where a forwarder puts what it cannot read.
 *
 * @param topic the dead letters of the context
 */
public record DeadLetters(String topic, DeadLetterWriter writer, DeadLetterCount count) {

    /** The message instead of which nothing goes where it was going. */
    List<ProducerRecord<byte[], byte[]>> park(ConsumerRecord<byte[], byte[]> message, Failure failure) {
        count.parked(failure);
        var letter = writer.message(Received.of(message), failure);
        // Without a time, which is then now: by that of an event that is old it would be deleted before anybody looks.
        return List.of(new ProducerRecord<>(
                topic, null, letter.key(), Outgoing.SERIALIZER.serialize(topic, letter.value()), letter.headers()));
    }
}
