package dev.daybook.processor.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a partition remembers, on the heap, with the log of its events. */
final class HeapMemory implements Memory<String> {
    private final Map<String, Snapshot<String>> snapshots = new HashMap<>();
    private final Map<String, StoredOutcome> outcomes = new HashMap<>();
    private final List<Append> log = new ArrayList<>();
    private Watermark watermark = Watermark.START;

    @Override
    public @Nullable Snapshot<String> snapshot(String aggregateId) {
        return snapshots.get(aggregateId);
    }

    @Override
    public @Nullable StoredOutcome outcome(String aggregateId, String commandId) {
        return outcomes.get(aggregateId + "/" + commandId);
    }

    @Override
    public Watermark watermark() {
        return watermark;
    }

    List<Append> log() {
        return log;
    }

    /** Forgets the outcomes that have expired. */
    void sweep(Duration window) {
        outcomes.values().removeIf(outcome -> StoredOutcome.expired(outcome.time(), window, watermark));
    }

    /** Writes what follows, as the processor does. */
    void write(String aggregateId, String commandId, Handled handled) {
        switch (handled) {
            case Handled.Repeated repeated -> {}
            case Handled.Decided decided -> {
                log.addAll(decided.events());
                if (decided.state() != null) {
                    snapshots.put(
                            aggregateId,
                            new Snapshot<>(
                                    TextEncoding.text(decided.state().state()),
                                    decided.state().version()));
                }
                outcomes.put(aggregateId + "/" + commandId, decided.kept());
            }
            case Handled.Failed failed -> {
                if (failed.kept() != null) {
                    outcomes.put(aggregateId + "/" + commandId, failed.kept());
                }
            }
        }
        watermark = handled.watermark();
    }
}
