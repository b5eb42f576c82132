package dev.daybook.projection.timeline;

import dev.daybook.projection.ledger.LedgerProcessor;
import dev.daybook.projection.ledger.LedgerStore;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;

/** The topology of the timelines of a context: for each type of aggregate, its events into its store. */
public final class TimelineTopology {

    private TimelineTopology() {}

    /** The topology of these timelines. */
    public static Topology build(List<? extends HostedTimeline<?, ?>> timelines) {
        var topology = new Topology();
        timelines.forEach(timeline -> add(topology, timeline));
        return topology;
    }

    private static void add(Topology topology, HostedTimeline<?, ?> timeline) {
        var bytes = new ByteArrayDeserializer();
        var aggregate = timeline.aggregate().type();
        var source = TimelineNames.source(aggregate);
        var processor = TimelineNames.processor(aggregate);
        var store = TimelineNames.store(aggregate);
        topology.addSource(source, bytes, bytes, timeline.topic())
                .addProcessor(
                        processor,
                        () -> new LedgerProcessor<>(
                                store,
                                TimelineLedger::new,
                                timeline.shards(),
                                timeline.anomalies(),
                                timeline.closing()),
                        source)
                .addStateStore(LedgerStore.builder(store), processor);
    }
}
