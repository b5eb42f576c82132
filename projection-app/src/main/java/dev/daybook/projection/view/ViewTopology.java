package dev.daybook.projection.view;

import dev.daybook.projection.ledger.LedgerProcessor;
import dev.daybook.projection.ledger.LedgerStore;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;

/** The topology of a view: its events, folded into its store. */
public final class ViewTopology {
    static final String SOURCE = "events";
    static final String PROCESSOR = "fold";
    /** The one store of a view; it holds rows, index and progress. */
    public static final String STORE = "rows";

    private ViewTopology() {}

    /** The topology of a view. */
    public static <E, R> Topology build(HostedView<E, R> view) {
        var bytes = new ByteArrayDeserializer();
        return new Topology()
                .addSource(SOURCE, bytes, bytes, view.names().events())
                .addProcessor(
                        PROCESSOR,
                        () -> new LedgerProcessor<>(
                                STORE,
                                store -> ViewLedger.open(view, store),
                                view.shards(),
                                view.anomalies(),
                                view.closing()),
                        SOURCE)
                .addStateStore(LedgerStore.builder(STORE), PROCESSOR);
    }
}
