package dev.daybook.processor.topology;

import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.processor.pace.Pace;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a commit when the pace of the thread says so.
 *
 * @param commands the partition that the task reads
 * @param replies the topic of the replies: who waits elsewhere waits for nothing of ours
 */
record Commits(ProcessingContext task, TopicPartition commands, String replies) {

    /** A message of the partition was taken, whose sender may wait. */
    void taken(RecordMetadata place, @Nullable ReplyTo replyTo) {
        if (Pace.ofThisThread().taken(commands, place.offset(), awaited(replyTo))) {
            task.commit();
        }
    }

    void close() {
        Pace.ofThisThread().left(commands);
    }

    private boolean awaited(@Nullable ReplyTo replyTo) {
        return replyTo != null
                && replyTo.ack() == Ack.COMMITTED
                && replyTo.topic().equals(replies);
    }
}
