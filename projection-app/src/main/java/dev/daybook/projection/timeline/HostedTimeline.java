package dev.daybook.projection.timeline;

import dev.daybook.core.Aggregate;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.Shards;

/**
 * The timeline of a type of aggregate with all that it needs to be kept here.
 *
 * @param aggregate the type of aggregate
 * @param topic the topic of its events
 * @param events reads them
 * @param shards its partitions
 * @param anomalies what it finds odd in the log
 * @param closing whether its app is told to end
 */
public record HostedTimeline<E, S>(
        Aggregate<?, E, S> aggregate,
        String topic,
        EventReader<E> events,
        Shards<TimelineLedger> shards,
        Anomalies anomalies,
        Closing closing) {}
