package dev.daybook.projection.view;

import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.LedgerProcessor;
import dev.daybook.projection.ledger.LedgerStore;
import dev.daybook.projection.ledger.Shards;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;

/** The topology of a view of any kind: its events, folded into its store. */
public final class ViewTopology {
    static final String SOURCE = "events";
    static final String PROCESSOR = "fold";
    /** The one store of a view; it holds all that the view keeps, and its progress. */
    public static final String STORE = "rows";

    private ViewTopology() {}

    /** The topology of a view with a row for each aggregate. */
    public static <E, R> Topology build(HostedView<E, R> view) {
        return build(
                view.names(), store -> ViewLedger.open(view, store), view.shards(), view.anomalies(), view.closing());
    }

    /**
     * The topology of a view.
     *
     * @param opener makes the ledger of a store
     */
    public static <L extends Ledger> Topology build(
            ViewNames names,
            Function<KeyValueStore<Bytes, byte[]>, L> opener,
            Shards<L> shards,
            Anomalies anomalies,
            Closing closing) {
        var bytes = new ByteArrayDeserializer();
        return new Topology()
                .addSource(SOURCE, bytes, bytes, names.events())
                .addProcessor(PROCESSOR, () -> new LedgerProcessor<>(STORE, opener, shards, anomalies, closing), SOURCE)
                .addStateStore(LedgerStore.builder(STORE), PROCESSOR);
    }
}
