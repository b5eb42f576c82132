package dev.daybook.projection.ledger;

import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.UnreadableMessageException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
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
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> shard.workOff(ledger));
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        var at = Objects.requireNonNull(here);
        at.shard.workOff(at.ledger);
        var event = event(at.context, message);
        if (event != null) {
            try {
                patience.run(() -> post(at, event));
            } catch (UnreadableMessageException | ProjectionException e) {
                throw failed(at.context, e);
            }
        }
    }

    /** The event that a record is; null if it is none. */
    private @Nullable LoggedEvent event(ProcessorContext<Void, Void> context, Record<byte[], byte[]> message) {
        try {
            return LoggedEvent.of(message.headers(), message.value());
        } catch (MalformedHeaderException e) {
            var where = context.recordMetadata().orElseThrow();
            anomalies.noEvent("%s-%d@%d".formatted(where.topic(), where.partition(), where.offset()), e);
            return null;
        }
    }

    @Override
    public void close() {
        if (here != null) {
            here.shard.close(here.ledger);
        }
    }

    private void post(Here<L> at, LoggedEvent event) {
        var last = at.ledger.progress().position();
        if (event.headers().position() > last + 1) {
            anomalies.gap(last, event);
        }
        at.ledger.post(event);
        at.shard.advance(at.ledger.progress(), event.headers().subject());
        if (at.shard.isDue(event.headers().position())) {
            at.shard.workOff(at.ledger);
        }
    }

    private static PostingFailedException failed(ProcessorContext<Void, Void> context, Throwable cause) {
        var where = context.recordMetadata().orElseThrow();
        return new PostingFailedException(where.topic(), where.partition(), where.offset(), cause);
    }
}
