package dev.daybook.projection.ledger;

/**
 * What is posted from one partition of the log, event by event. One thread posts; any number of threads read.
 *
 * <p>Events come at least once: after a crash some come again. A ledger remembers what it has posted in the same store
 * that it posts to, so that an event that comes again changes nothing.
 */
public interface Ledger {
    /** So many events are posted at most before what they write is written. */
    int MOST_AT_ONCE = 5_000;

    /** How far it has come; for the thread that posts, what is not written yet included. */
    Progress progress();

    /** Posts the next event, or one that was posted before. What it writes may wait for what the next ones write. */
    void post(LoggedEvent event);

    /** Writes what waits; only then is it there for who reads. */
    default void write() {}
}
