package dev.daybook.projection.parking;

import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Changes;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.Progress;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a view of any kind: it folds each event, and parks those that cannot be folded.
 *
 * <p>An event that cannot be read, or that a function of the view throws on, is parked in the ledger's own store, and so is every
 * later event of its aggregate, because their order matters; other aggregates go on. What is parked is folded later, in
 * its order, or dropped, when someone asks for it. All that can go wrong with an event goes wrong before anything is written.
 *
 * <p>A crash may come between any two writes; the events from some earlier one on come again then. Those up to the ledger's
 * progress are passed over. Those right behind it may have been written in part: they change what is lacking, which a
 * {@link Folding} sees to.
 */
public final class FoldingLedger<E> {
    /** So many are tried at once: the thread has events to post as well. */
    private static final int MOST_AT_ONCE = 10_000;

    private final EventReader<E> events;
    private final Anomalies anomalies;
    private final Folding<E> folding;
    private final KeyValueStore<Bytes, byte[]> store;
    private final Runnable writer;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> written;
    private @Nullable Lot lot;
    private volatile Progress progress;
    /** Up to this position events may have been written in part before a crash. */
    private final long cut;

    private boolean parks;
    private volatile Parked.@Nullable Count parked;

    /**
     * The partition that a store holds.
     *
     * @param store where it writes; it may keep what is written for a while
     * @param writer has the store write what it keeps
     * @param written what is written, for any thread
     */
    public FoldingLedger(
            EventReader<E> events,
            Anomalies anomalies,
            Folding<E> folding,
            KeyValueStore<Bytes, byte[]> store,
            Runnable writer,
            ReadOnlyKeyValueStore<Bytes, byte[]> written) {
        this.events = events;
        this.anomalies = anomalies;
        this.folding = folding;
        this.store = store;
        this.writer = writer;
        this.written = written;
        this.progress = Progress.read(store);
        this.cut = progress.position() + Ledger.MOST_AT_ONCE;
    }

    /** How far it has come. */
    public Progress progress() {
        return progress;
    }

    /** What it has parked, for any thread. */
    public Parked parked() {
        return new Parked(written);
    }

    /** How much it has parked, for any thread. */
    public Parked.Count parkedCount() {
        var known = parked;
        return known == null ? parked().count() : known;
    }

    /** Who only reads a ledger, a copy of it for one, must not change what a crash has left of its store. */
    private Lot lot() {
        if (lot == null) {
            lot = Lot.open(store);
            parked = lot.count();
        }
        return lot;
    }

    /** Posts the next event, or one that was posted before. */
    public void post(LoggedEvent event) {
        if (event.headers().position() <= progress.position()) {
            return;
        }
        var before = lot().find(event.headers().subject());
        var changes = before == null ? foldOrPark(event) : behind(before, event);
        write(changes, progress.after(event, changes));
        if (parks) {
            // What is parked is counted, which bears no writing out of order.
            writer.run();
            parks = false;
        }
    }

    /** As of {@link ParkingLedger#release}. */
    public Optional<Release> release(String aggregateId, Discard discard) {
        @Nullable ParkedAggregate aggregate = lot().find(aggregateId);
        if (aggregate == null) {
            return Optional.empty();
        }
        var discarded = 0L;
        var released = 0L;
        @Nullable ParkedEvent stoppedBy = null;
        while (aggregate != null && stoppedBy == null && discarded + released < MOST_AT_ONCE) {
            var first = lot().first(aggregate);
            if (discard == Discard.ALL || (discard == Discard.FIRST && discarded == 0)) {
                anomalies.discarded(first.event(), first.reason());
                take(
                        aggregate,
                        folding.finish(first.event(), new Turn(first.time(), true))
                                .orElseGet(Changes::new));
                discarded++;
            } else {
                stoppedBy = tryAgain(aggregate, first);
                released += stoppedBy == null ? 1 : 0;
            }
            writer.run();
            aggregate = lot().find(aggregateId);
        }
        return Optional.of(new Release(discarded, released, aggregate == null ? 0 : aggregate.events(), stoppedBy));
    }

    private Changes foldOrPark(LoggedEvent event) {
        var time = progress.timeAfter(event);
        try {
            return fold(event, new Turn(time, false));
        } catch (UnfoldableException e) {
            anomalies.parked(event, e);
            return park(new ParkedEvent(time, String.valueOf(e.getMessage()), event));
        }
    }

    private Changes behind(ParkedAggregate before, LoggedEvent event) {
        if (event.headers().position() <= before.last()) {
            // It is parked already; a crash came before the progress was written.
            return new Changes();
        }
        anomalies.parked(event);
        var reason = "It follows the parked event at position " + before.first();
        return park(new ParkedEvent(progress.timeAfter(event), reason, event));
    }

    private Changes park(ParkedEvent event) {
        var changes = new Changes();
        lot().park(event, changes);
        parked = lot().count();
        parks = true;
        return changes;
    }

    /** Folds a parked event; returns it with the reason if that fails. */
    private @Nullable ParkedEvent tryAgain(ParkedAggregate aggregate, ParkedEvent first) {
        try {
            take(aggregate, fold(first.event(), new Turn(first.time(), true)));
            return null;
        } catch (UnfoldableException e) {
            var still = first.because(String.valueOf(e.getMessage()));
            var changes = new Changes();
            lot().keep(still, changes);
            changes.writeTo(store);
            return still;
        }
    }

    private void take(ParkedAggregate aggregate, Changes changes) {
        lot().takeFirst(aggregate, changes);
        write(changes, progress.after(changes));
        parked = lot().count();
    }

    private Changes fold(LoggedEvent event, Turn turn) {
        if (turn.late() || event.headers().position() <= cut) {
            var rest = folding.finish(event, turn);
            if (rest.isPresent()) {
                return rest.get();
            }
        }
        var payload = read(event);
        if (payload.isEmpty()) {
            anomalies.unknownType(event);
            return new Changes();
        }
        return folding.fold(event, payload.get(), turn);
    }

    /** What is thrown when a row is read is another matter: that is not the event's fault. */
    private Optional<E> read(LoggedEvent event) {
        try {
            return events.read(event);
        } catch (UnreadableMessageException e) {
            throw new UnfoldableException("Its payload cannot be read: " + e.getMessage(), e);
        }
    }

    /** Once all is written, who reads the progress finds in the store what it promises. */
    private void write(Changes changes, Progress next) {
        next.addTo(changes);
        changes.writeTo(store);
        progress = next;
    }
}
