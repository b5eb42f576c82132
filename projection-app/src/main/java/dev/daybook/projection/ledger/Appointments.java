package dev.daybook.projection.ledger;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What is to be looked at in a ledger exactly when it has come to a position. Thread-safe. */
final class Appointments<L extends Ledger> {
    private final PriorityQueue<Appointment<L, ?>> open =
            new PriorityQueue<>(Comparator.comparingLong(Appointment::position));
    private volatile long next = Long.MAX_VALUE;

    private record Appointment<L extends Ledger, T>(
            long position, Function<? super L, T> work, CompletableFuture<T> result) {

        void keep(L ledger) {
            var reached = ledger.progress().position();
            if (reached > position) {
                result.completeExceptionally(new PassedException(position, reached));
            } else if (!result.isDone()) {
                carryOut(ledger);
            }
        }

        /** It only reads the ledger: what goes wrong is the trouble of who asked. */
        private void carryOut(L ledger) {
            try {
                var made = work.apply(ledger);
                if (!result.complete(made) && made instanceof Entries unwanted) {
                    unwanted.close();
                }
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }
    }

    synchronized <T> CompletableFuture<T> add(long position, Function<? super L, T> work) {
        var appointment = new Appointment<L, T>(position, work, new CompletableFuture<>());
        open.add(appointment);
        next = open.element().position();
        return appointment.result();
    }

    /** Whether there is something to do at a position. */
    boolean isDue(long position) {
        return position >= next;
    }

    /** Does what is due; for the thread that posts. */
    synchronized void keep(L ledger) {
        while (!open.isEmpty() && open.element().position() <= ledger.progress().position()) {
            open.remove().keep(ledger);
        }
        next = open.isEmpty() ? Long.MAX_VALUE : open.element().position();
    }

    /** Calls them all off. */
    synchronized void cancel(RuntimeException why) {
        open.forEach(appointment -> appointment.result().completeExceptionally(why));
        open.clear();
        next = Long.MAX_VALUE;
    }
}
