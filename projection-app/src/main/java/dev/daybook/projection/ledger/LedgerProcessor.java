package dev.daybook.projection.ledger;

import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.UnreadableMessageException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Posts the events of one partition to its ledger, in turn, and tells who waits for it. */
public final class LedgerProcessor<L extends Ledger> implements Processor<byte[], byte[], Void, Void> {
    private final String store;
    private final Function<KeyValueStore<Bytes, byte[]>, L> opener;
    private final Shards<L> shards;
    private final Anomalies anomalies;
    private final RegistryPatience patience;
    private @Nullable Here<L> here;

    private record Here<L extends Ledger>(ProcessorContext<Void, Void> context, Shard<L> shard, L ledger) {}

    /**
     * A processor.
     *
     * @param store the name of the ledger's store
     * @param opener makes the ledger of a store
     */
    public LedgerProcessor(
            String store,
            Function<KeyValueStore<Bytes, byte[]>, L> opener,
            Shards<L> shards,
            Anomalies anomalies,
            Closing closing) {
        this.store = store;
        this.opener = opener;
        this.shards = shards;
        this.anomalies = anomalies;
        this.patience = new RegistryPatience(closing);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        var ledger = opener.apply(context.getStateStore(store));
        var shard = shards.of(context.taskId().partition());
        shard.open(ledger);
        here = new Here<>(context, shard, ledger);
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        var at = Objects.requireNonNull(here);
        try {
            patience.run(() -> post(at, message));
        } catch (MalformedHeaderException | UnreadableMessageException | ProjectionException e) {
            throw failed(at.context, e);
        }
    }

    @Override
    public void close() {
        if (here != null) {
            here.shard.close(here.ledger);
        }
    }

    private void post(Here<L> at, Record<byte[], byte[]> message) {
        var event = LoggedEvent.of(message.headers(), message.value());
        var last = at.ledger.progress().position();
        if (event.headers().position() > last + 1) {
            anomalies.gap(last, event);
        }
        at.ledger.post(event);
        at.shard.advance(at.ledger.progress(), event.headers().subject());
    }

    private static PostingFailedException failed(ProcessorContext<Void, Void> context, Throwable cause) {
        var where = context.recordMetadata().orElseThrow();
        return new PostingFailedException(where.topic(), where.partition(), where.offset(), cause);
    }
}
