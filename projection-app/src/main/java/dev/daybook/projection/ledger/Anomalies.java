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

    /** An event cannot be folded, and is parked. */
    public void parked(LoggedEvent event, Exception reason) {
        parked(event);
        LOG.error(
                "{} parks {}, and what follows of its aggregate: it cannot be folded", ledger, event.headers(), reason);
    }

    /** An event is parked behind others. */
    public void parked(LoggedEvent event) {
        meters.counter("daybook.events.parked", "ledger", ledger).increment();
        LOG.debug("{} parks {}", ledger, event.headers());
    }

    /** A parked event is dropped, because someone asked for it. */
    public void discarded(LoggedEvent event, String reason) {
        meters.counter("daybook.events.discarded", "ledger", ledger).increment();
        LOG.warn("{} drops {}, which was parked: {}", ledger, event.headers(), reason);
    }

    /** The log holds a record that is no event, which is passed over. */
    void noEvent(String where, Exception fault) {
        meters.counter("daybook.events.malformed", "ledger", ledger).increment();
        LOG.error("{} passes over the record at {}, which is no event: {}", ledger, where, fault.getMessage());
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
