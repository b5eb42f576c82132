package dev.daybook.processor.outlet;

import dev.daybook.platform.message.EventHeaders;

/**
 * Who speaks in events and replies.
 *
 * @param context the bounded context
 * @param aggregateType the type of aggregate
 */
public record Origin(String context, String aggregateType) {

    String source(String aggregateId) {
        return EventHeaders.source(context, aggregateType, aggregateId);
    }
}
