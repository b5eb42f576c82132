package dev.daybook.processor.topology;

import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.streams.pace.Pace;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A partition's part in the pace of its thread.
 *
 * @param commands the partition that the task reads
 * @param replies the topics of the replies: who waits elsewhere waits for nothing of ours
 */
record Rhythm(ProcessingContext task, TopicPartition commands, List<String> replies) {

    /** A message of the partition was taken, whose sender may wait. */
    void taken(RecordMetadata place, @Nullable ReplyTo replyTo) {
        Pace.ofThisThread().taken(commands, place.offset(), awaited(replyTo), task::commit);
    }

    void close() {
        Pace.ofThisThread().left(commands);
    }

    private @Nullable Ack awaited(@Nullable ReplyTo replyTo) {
        return replyTo == null || !replies.contains(replyTo.topic()) ? null : replyTo.ack();
    }
}
