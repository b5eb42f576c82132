package dev.daybook.processes.forward;

import dev.daybook.platform.app.App;
import dev.daybook.streams.retry.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the messages of a route from topic to topic, each at least once, and those of a partition in order. It keeps no state
 * but the offsets of its group. Thread-safe.
 */
public final class Forwarder implements App {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);

    private static final Duration END_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Route route;
    private final ForwardClients clients;
    private final Tally tally;
    private final Health health = new Health();
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), LONGEST_PAUSE);
    private final Thread thread;
    private volatile boolean open = true;
    private volatile @Nullable Forwarding run;

    private Forwarder(String name, Route route, ForwardClients clients, MeterRegistry meters) {
        this.name = name;
        this.route = route;
        this.clients = clients;
        this.tally = new Tally(meters, name);
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /**
     * Starts one.
     *
     * @param name its name, which is also its group's
     */
    static Forwarder start(String name, Route route, ForwardClients clients, MeterRegistry meters) {
        var forwarder = new Forwarder(name, route, clients, meters);
        forwarder.thread.start();
        return forwarder;
    }

    private void run() {
        try {
            forward();
        } catch (Throwable e) {
            health.ended(String.valueOf(e));
            LOG.error("{} stops", name, e);
        }
    }

    private void forward() {
        for (var attempt = 1; open; attempt++) {
            var begin = System.nanoTime();
            try (var next = Forwarding.open(name, route, clients, health, tally)) {
                run = next;
                next.run(() -> open);
            } catch (FencedInstanceIdException e) {
                LOG.error("{} stops: another instance has come with the name of this one", name, e);
                health.ended("another instance runs with its name");
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                health.ended("it was interrupted");
                return;
            } catch (RuntimeException e) {
                if (System.nanoTime() - begin > LONGEST_PAUSE.toNanos()) {
                    attempt = 1;
                }
                pauseAfter(e, attempt);
            }
        }
    }

    private void pauseAfter(RuntimeException error, int attempt) {
        var pause = backoff.after(attempt);
        LOG.warn("{} begins anew in {}", name, pause, error);
        health.troubled(error);
        backoff.pause(pause);
    }

    @Override
    public boolean live() {
        return health.live();
    }

    @Override
    public boolean ready() {
        return whyNotReady().isEmpty();
    }

    @Override
    public String whyNotReady() {
        if (!open) {
            return name + " is closed";
        }
        var waits = health.waitsFor();
        return waits.isEmpty() ? "" : name + " " + waits;
    }

    /** Finishes what it has fetched, commits, and leaves the group. */
    @Override
    public void close() {
        open = false;
        backoff.close();
        try {
            if (!thread.join(END_TIMEOUT)) {
                LOG.warn("{} does not wait any longer for Kafka to take what it sends; it will be sent again", name);
                var last = run;
                if (last != null) {
                    last.abandon();
                }
                thread.join(END_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
