package dev.daybook.processes.publication;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.Publication;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.streams.wire.Patience;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * All that the topology of a publication is made from.
 *
 * @param largestPayload the most bytes that an integration event, or an aggregate, may have
 */
public record PublicationPath<E, S, P>(
        BoundedContext context,
        Publication<E, S, P> publication,
        int largestPayload,
        RecordSerdes serdes,
        Patience patience,
        MeterRegistry meters) {

    PublicationNames names() {
        return PublicationNames.of(context, publication);
    }
}
