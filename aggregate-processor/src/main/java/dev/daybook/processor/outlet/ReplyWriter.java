package dev.daybook.processor.outlet;

import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.processor.command.Answer;
import dev.daybook.processor.intake.Envelope;
import dev.daybook.streams.message.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes replies to who waits for them.
 *
 * @param topic the only topic that they go to: a command cannot make the processor write anywhere else
 */
public record ReplyWriter(Origin origin, String topic) {

    /** The message of an answer, empty if nobody waits where it can be reached. */
    public Optional<Record<byte[], Outgoing>> message(Envelope command, Answer answer) {
        var replyTo = command.replyTo();
        if (replyTo == null || !replyTo.topic().equals(topic)) {
            return Optional.empty();
        }
        var headers = new RecordHeaders();
        new ReplyHeaders(
                        command.messageId(),
                        answer.encoded().type(),
                        origin.source(command.aggregateId()),
                        command.aggregateId(),
                        command.time(),
                        origin.aggregateType(),
                        answer.replayed(),
                        command.traceparent())
                .write(headers);
        var key = replyTo.key() == null ? command.messageId() : replyTo.key();
        return Optional.of(new Record<>(
                key.getBytes(StandardCharsets.UTF_8),
                Outgoing.to(replyTo.partition(), answer.encoded().bytes()),
                command.time().toEpochMilli(),
                headers));
    }
}
