package dev.daybook.processor.runtime;

import dev.daybook.processor.command.ProcessorException;

/** A topic does not take the messages that the processor may have to write. */
public final class TopicTooSmallException extends ProcessorException {

    TopicTooSmallException(String topic, int most, int needed) {
        super(
                ("The topic %s takes messages of at most %d bytes, but must take %d. Raise its max.message.bytes in"
                    + " infra/topics.yaml and run './daybook topics apply', or lower processor.payload.max.bytes")
                        .formatted(topic, most, needed),
                null);
    }
}
