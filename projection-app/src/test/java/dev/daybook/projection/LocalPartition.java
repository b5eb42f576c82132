package dev.daybook.projection;

import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.LedgerProcessor;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.rollup.HostedRollup;
import dev.daybook.projection.rollup.RollupLedger;
import dev.daybook.projection.timeline.HostedTimeline;
import dev.daybook.projection.timeline.TimelineLedger;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.ViewLedger;
import java.io.File;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** One partition of a view or a timeline of several partitions, with a store in memory, as the app's own processor keeps it. */
public final class LocalPartition<L extends Ledger> {
    private static final String STORE = "store";

    private final MockProcessorContext<Void, Void> context;
    private final Function<KeyValueStore<Bytes, byte[]>, L> opener;
    private final Shards<L> shards;
    private final Anomalies anomalies;
    private LedgerProcessor<L> processor;
    private long offset;

    private LocalPartition(
            int partition, Function<KeyValueStore<Bytes, byte[]>, L> opener, Shards<L> shards, Anomalies anomalies) {
        this.context = new MockProcessorContext<>(new Properties(), new TaskId(0, partition), new File("unused"));
        this.opener = opener;
        this.shards = shards;
        this.anomalies = anomalies;
        context.addStateStore(Stores.inMemoryKeyValueStore(STORE).get());
        processor = opened();
    }

    public static <E, R> LocalPartition<ViewLedger<E, R>> of(HostedView<E, R> view, int partition) {
        return new LocalPartition<>(partition, store -> ViewLedger.open(view, store), view.shards(), view.anomalies());
    }

    public static <E, R> LocalPartition<RollupLedger<E, R>> of(HostedRollup<E, R> rollup, int partition) {
        return new LocalPartition<>(
                partition, store -> RollupLedger.open(rollup, store), rollup.shards(), rollup.anomalies());
    }

    public static LocalPartition<TimelineLedger> of(HostedTimeline<?, ?> timeline, int partition) {
        return new LocalPartition<>(partition, TimelineLedger::new, timeline.shards(), timeline.anomalies());
    }

    /** The next events come. */
    public void post(Iterable<Record<byte[], byte[]>> events) {
        for (var event : events) {
            context.setRecordMetadata(OrderLog.TOPIC, context.taskId().partition(), offset++);
            processor.process(event);
        }
    }

    /** Its store. */
    public KeyValueStore<Bytes, byte[]> store() {
        return context.getStateStore(STORE);
    }

    /** What is asked of the ledger is done. */
    public void work() {
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(0);
    }

    /** The partition goes away. */
    public void leave() {
        processor.close();
    }

    /** The partition comes back as it was. */
    public void comeBack() {
        processor = opened();
    }

    private LedgerProcessor<L> opened() {
        var next = new LedgerProcessor<>(STORE, opener, shards, anomalies, new Closing());
        next.init(context);
        return next;
    }
}
