package dev.daybook.processor.outlet;

import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.processor.command.Answer;
import dev.daybook.processor.intake.Envelope;
import dev.daybook.streams.message.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes replies to who waits for them.
 *
 * @param topics the only topics that they go to
 */
public record ReplyWriter(Origin origin, List<String> topics) {
    public ReplyWriter {
        topics = List.copyOf(topics);
    }

    /** A reply, and the topic that it goes to. */
    public record Reply(String topic, Record<byte[], Outgoing> message) {}

    /** The reply with an answer, empty if nobody waits where it can be reached. */
    public Optional<Reply> reply(Envelope command, Answer answer) {
        var replyTo = command.replyTo();
        if (replyTo == null || !topics.contains(replyTo.topic())) {
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
        return Optional.of(new Reply(
                replyTo.topic(),
                new Record<>(
                        key.getBytes(StandardCharsets.UTF_8),
                        Outgoing.to(replyTo.partition(), answer.encoded().bytes()),
                        command.time().toEpochMilli(),
                        headers)));
    }
}
