package dev.daybook.processes.forward;

import org.apache.kafka.common.KafkaException;

/** Kafka has not taken a message. */
final class SendRefusedException extends KafkaException {

    SendRefusedException(String forwarder, Throwable cause) {
        super("%s could not send: %s".formatted(forwarder, cause), cause);
    }
}
