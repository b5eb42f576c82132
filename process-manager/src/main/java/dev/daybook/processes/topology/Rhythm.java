package dev.daybook.processes.topology;

import dev.daybook.platform.message.Ack;
import dev.daybook.streams.pace.Pace;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A partition's part in the pace of its thread. Somebody always waits for the commit: the aggregates for the commands.
 *
 * @param inbox the partition that the task reads
 */
record Rhythm(ProcessingContext task, TopicPartition inbox) {

    /** A message of the partition was taken. */
    void taken(RecordMetadata place) {
        Pace.ofThisThread().taken(inbox, place.offset(), Ack.COMMITTED, task::commit);
    }

    void close() {
        Pace.ofThisThread().left(inbox);
    }
}
