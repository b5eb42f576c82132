package dev.daybook.gateway.reply;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The requests that wait for a reply, by the key that their reply will have. Thread-safe. */
final class Waiters {
    private static final int PREFIX_BITS = 80;

    // No other gateway, and no earlier run of this one, gives out the same keys.
    private final String prefix = new BigInteger(PREFIX_BITS, new SecureRandom()).toString(Character.MAX_RADIX) + "-";
    private final AtomicLong count = new AtomicLong();
    private final ConcurrentHashMap<String, Waiter> open = new ConcurrentHashMap<>();
    private volatile boolean released;

    /** A new waiter, known from now on. */
    Waiter open(Ack ack) {
        var key = prefix + Long.toString(count.incrementAndGet(), Character.MAX_RADIX);
        var waiter = new Waiter(key, ack, () -> open.remove(key));
        open.put(key, waiter);
        if (released) {
            waiter.complete(Optional.empty());
        }
        return waiter;
    }

    /**
     * The waiter whose reply has this key, if it waits for no more than a reply that is read so.
     *
     * @param read {@link Ack#COMMITTED} if the reply is known to be committed, else {@link Ack#DECIDED}
     */
    @Nullable
    Waiter find(String key, Ack read) {
        var waiter = open.get(key);
        return waiter != null && waiter.ack().compareTo(read) <= 0 ? waiter : null;
    }

    /** Lets every waiter go without a reply, and every one that comes later too. */
    void release() {
        released = true;
        open.values().forEach(waiter -> waiter.complete(Optional.empty()));
    }

    int size() {
        return open.size();
    }
}
