package dev.daybook.processes.forward;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Kafka has not taken a message. */
final class SendRefusedException extends KafkaException {

    SendRefusedException(TopicPartition partition, Stretch.Fault fault) {
        super(
                "What follows from offset %d of %s cannot be sent: %s"
                        .formatted(fault.offset(), partition, fault.cause()),
                fault.cause());
    }
}
