package dev.daybook.chaos.fulfillment;

import java.util.ArrayList;
import java.util.List;

/**
 * The comparison of all books with each other, once everything has come to rest. Each is written by a process that can die at
 * any moment, and none sees the others: so what is missing, doubled or crossed in one does not fit to the next.
 *
 * <ul>
 *   <li><b>Stock</b> ({@link StockBook}): after every event, what is reserved is the sum of the open reservations and no more than
 *       there is.
 *   <li><b>Reservations</b> ({@link Reservations}): in the end, an order has reserved what it needs if it is ready, it has got what it
 *       needs if it is shipped, and nothing otherwise.
 *   <li><b>Instances</b> ({@link Instances}): every order that was confirmed has one; none has failed; all are completed, but those whose
 *       orders are paid and wait for a person to ship them.
 *   <li><b>Commands and timers</b> ({@link Decisions}): what was decided is in the history once, and in the outbox once; a timer that
 *       fired was set, was not cancelled, and had not fired before.
 *   <li><b>Integration events</b> ({@link Announcements}): what others were told of an order is its history, translated; each once, and in
 *       order.
 * </ul>
 *
 * <p>That a command takes effect once, however often it is forwarded, the audits of its aggregates show.
 */
public final class Reconciliation {
    private Reconciliation() {}

    /** Everything that does not fit; nothing is how it should be. */
    public static List<String> of(Books books) {
        var findings = new ArrayList<String>();
        var orders = OrderBook.read(books.orders());
        var stock = StockBook.read(books.stock(), findings::add);
        new Reservations(orders, stock).check(findings::add);
        new Instances(orders).check(books.fulfillments(), findings::add);
        new Decisions(findings::add).check(books.fulfillments(), books.outbox());
        Announcements.check(orders, books.published(), findings::add);
        return List.copyOf(findings);
    }
}
