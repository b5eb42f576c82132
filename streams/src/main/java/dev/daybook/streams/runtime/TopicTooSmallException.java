package dev.daybook.streams.runtime;

import dev.daybook.streams.StreamsAppException;

/** A topic does not take the messages that an application may have to write. */
public final class TopicTooSmallException extends StreamsAppException {

    TopicTooSmallException(String topic, int most, int needed, String setting) {
        super(
                ("The topic %s takes messages of at most %d bytes, but must take %d. Raise its max.message.bytes in"
                                + " infra/topics.yaml and run './daybook topics apply', or lower %s")
                        .formatted(topic, most, needed, setting),
                null);
    }
}
