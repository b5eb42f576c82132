package dev.daybook.projection.ledger;

import java.util.Iterator;

/**
 * All that a ledger shows, as it stood at one position: a snapshot, which stays as it is while the ledger goes on. The keys come in
 * the order of their UTF-8 bytes. It holds on to the store until it is closed. For one thread at a time.
 */
public interface Entries extends Iterator<Entry>, AutoCloseable {

    /** The position that it shows. */
    long position();

    @Override
    void close();
}
