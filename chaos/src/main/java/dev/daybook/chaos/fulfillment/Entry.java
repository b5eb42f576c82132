package dev.daybook.chaos.fulfillment;

import dev.daybook.core.Metadata;
import dev.daybook.platform.message.EventHeaders;
import org.apache.kafka.common.header.Headers;

/**
 * A committed message.
 *
 * @param key the id of what it is about
 */
record Entry<M>(String topic, int partition, long offset, String key, Headers headers, M message) {

    /** The headers of an event. */
    EventHeaders event() {
        return EventHeaders.read(headers);
    }

    /** What a fold may know of an event besides its payload. */
    Metadata metadata() {
        return event().metadata();
    }

    /** Where it is, for a person. */
    String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
