package dev.daybook.projection.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and reports what a ledger finds odd in the log but goes on after. Thread-safe. */
public final class Anomalies {
    private static final Logger LOG = LoggerFactory.getLogger(Anomalies.class);

    private final MeterRegistry meters;
    private final String ledger;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * The anomalies that a ledger finds.
     *
     * @param ledger its name, for messages and as a tag
     */
    public Anomalies(MeterRegistry meters, String ledger) {
        this.meters = meters;
        this.ledger = ledger;
    }

    /** An event is of a type that this program does not know, and is passed over. */
    public void unknownType(LoggedEvent event) {
        var type = event.headers().type();
        meters.counter("daybook.events.unknown", "ledger", ledger, "type", type).increment();
        if (reported.add(type)) {
            LOG.warn("{} passes over events of the unknown type {}, first {}", ledger, type, event.headers());
        }
    }

    /** The log lacks the events between the last and this one. */
    void gap(long lastPosition, LoggedEvent event) {
        var missing = event.headers().position() - lastPosition - 1;
        meters.counter("daybook.events.missing", "ledger", ledger).increment((double) missing);
        LOG.error(
                "{} misses {} events after position {}: the log no longer has them, and rows that need them are wrong. "
                        + "Next is {}",
                ledger,
                missing,
                lastPosition,
                event.headers());
    }
}
