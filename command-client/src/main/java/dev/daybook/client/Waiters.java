package dev.daybook.client;

import static java.util.Objects.requireNonNull;

import dev.daybook.platform.message.Ack;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The senders who wait for a reply, by the key that their reply will have. Thread-safe. */
final class Waiters {
    private static final int PREFIX_BITS = 80;

    // No other client, and no earlier run of this one, gives out the same keys.
    private final String prefix = new BigInteger(PREFIX_BITS, new SecureRandom()).toString(Character.MAX_RADIX) + "-";
    private final AtomicLong count = new AtomicLong();
    private final ConcurrentHashMap<String, Waiter> open = new ConcurrentHashMap<>();
    private final Map<Ack, AtomicInteger> waiting =
            Map.of(Ack.DECIDED, new AtomicInteger(), Ack.COMMITTED, new AtomicInteger());
    private volatile boolean released;

    /** A new waiter, known until its reply is complete. */
    Waiter open(SendOptions options) {
        var key = prefix + Long.toString(count.incrementAndGet(), Character.MAX_RADIX);
        var waiter = new Waiter(key, options);
        open.put(key, waiter);
        var count = requireNonNull(waiting.get(options.ack()));
        count.incrementAndGet();
        var _ = waiter.reply().whenComplete((_, _) -> {
            open.remove(key);
            count.decrementAndGet();
        });
        if (released) {
            waiter.release();
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

    /** Whether somebody waits for just this. */
    boolean any(Ack ack) {
        return requireNonNull(waiting.get(ack)).get() > 0;
    }

    /** Lets every waiter go without a reply once its message is durable, and every one that comes later too. */
    void release() {
        released = true;
        open.values().forEach(Waiter::release);
    }

    int size() {
        return open.size();
    }
}
