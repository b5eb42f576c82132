package dev.daybook.projection.ledger;

/**
 * What is posted from one partition of the log, event by event. One thread posts; any number of threads read.
 *
 * <p>Events come at least once: after a crash some come again. A ledger remembers what it has posted in the same store
 * that it posts to, so that an event that comes again changes nothing.
 */
public interface Ledger {

    /** How far it has come. */
    Progress progress();

    /** Posts the next event, or one that was posted before. */
    void post(LoggedEvent event);
}
