package dev.daybook.projection.ledger;

import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.UnreadableMessageException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Posts the events of one partition to its ledger, in turn, and tells who waits for it. */
public final class LedgerProcessor<L extends Ledger> implements Processor<byte[], byte[], Void, Void> {
    /** How long a task waits at most while no events come. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String store;
    private final Function<KeyValueStore<Bytes, byte[]>, L> opener;
    private final Shards<L> shards;
    private final Anomalies anomalies;
    private final RegistryPatience patience;
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable Here<L> here;

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
        var opened = new Here<>(shards.of(context.taskId().partition()), ledger);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> opened.workOff());
        this.context = context;
        here = opened;
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        var where = Objects.requireNonNull(context).recordMetadata().orElseThrow();
        var event = event(where, message);
        if (event != null) {
            var at = Objects.requireNonNull(here);
            reportGap(at, event);
            try {
                patience.run(() -> post(at, event, where));
            } catch (UnreadableMessageException | ProjectionException e) {
                throw new PostingFailedException(where.topic(), where.partition(), where.offset(), e);
            }
        }
    }

    /** The event that a record is; null if it is none. */
    private @Nullable LoggedEvent event(RecordMetadata where, Record<byte[], byte[]> message) {
        try {
            return LoggedEvent.of(message.headers(), message.value());
        } catch (MalformedHeaderException e) {
            anomalies.noEvent("%s-%d@%d".formatted(where.topic(), where.partition(), where.offset()), e);
            return null;
        }
    }

    private void reportGap(Here<L> at, LoggedEvent event) {
        var last = at.ledger().progress().position();
        if (event.headers().position() > last + 1) {
            anomalies.gap(last, event);
        }
    }

    private void post(Here<L> at, LoggedEvent event, RecordMetadata where) {
        try {
            at.post(event, where);
        } catch (RegistryUnavailableException e) {
            // What came before it can be read meanwhile.
            at.write();
            throw e;
        }
    }

    @Override
    public void close() {
        if (here != null) {
            here.close();
        }
    }
}
