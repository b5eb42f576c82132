package dev.daybook.projection.live;

import dev.daybook.http.EventStream;
import dev.daybook.http.Problem;
import dev.daybook.http.ProblemException;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.ProjectionException;
import dev.daybook.projection.ledger.Signal;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams that are open. Each has the virtual thread of its request, which sleeps until its signal is raised or a
 * heartbeat is due, and then writes; one thread for all looks for clients that do not read. A stream ends when the
 * client is gone, when what it shows is here no longer, and when the app ends; the client connects again then, and says
 * what it has seen. Thread-safe.
 */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** What streams have to end in when the app ends, before they are cut off. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final StreamConfig config;
    private final Semaphore places;
    private final Counter cut;
    private final Closing closing = new Closing();
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();

    /** Opens what a stream shows; a signal that it raises wakes the stream. */
    @FunctionalInterface
    public interface Opening {
        Feed open(Signal news);
    }

    private record OpenStream(Kind kind, EventStream out, Signal news) {}

    /** No streams yet. */
    public Streams(StreamConfig config, MeterRegistry meters) {
        this.config = config;
        this.places = new Semaphore(config.most());
        this.cut = Counter.builder("daybook.streams.cut")
                .description("Streams that were cut off because their client did not read")
                .register(meters);
        for (var kind : Kind.values()) {
            Gauge.builder("daybook.streams.open", () -> count(kind))
                    .description("Streams that are open")
                    .tag("kind", kind.toString())
                    .register(meters);
        }
        Thread.ofVirtual().name("streams").start(this::guard);
    }

    /**
     * Answers a request with a stream; returns when that has ended. What the opening throws is the answer instead.
     *
     * @throws ProblemException if there is no room, or the app ends
     */
    public void serve(Context ctx, Kind kind, Opening opening) {
        var news = new Signal();
        try (var feed = opening.open(news)) {
            if (ctx.method().equals(HandlerType.HEAD)) {
                EventStream.announce(ctx);
            } else {
                enter();
                try {
                    serve(ctx, kind, feed, news);
                } finally {
                    places.release();
                }
            }
        }
    }

    private void enter() {
        if (closing.begun()) {
            throw ends();
        }
        if (!places.tryAcquire()) {
            // All places are taken when the app ends, too.
            throw closing.begun() ? ends() : full();
        }
    }

    private static ProblemException ends() {
        return Problem.of(
                        503,
                        "view-not-ready",
                        "What is asked for is not here any more",
                        "This instance ends; try again, here or elsewhere")
                .withHeader("Retry-After", "1")
                .exception();
    }

    private ProblemException full() {
        return Problem.of(
                        503,
                        "too-many-streams",
                        "There is no room for another stream",
                        "%d streams may be open at the same time; try again later".formatted(config.most()))
                .withHeader("Retry-After", "5")
                .exception();
    }

    /** From here on the answer has begun, and no problem can be answered with any more. */
    private void serve(Context ctx, Kind kind, Feed feed, Signal news) {
        try {
            var stream = new OpenStream(kind, EventStream.open(ctx, RETRY), news);
            open.add(stream);
            try {
                run(feed, stream);
            } finally {
                open.remove(stream);
            }
        } catch (IOException e) {
            LOG.debug("The client of a stream is gone", e);
        } catch (ProjectionException | InvalidStateStoreException | RegistryUnavailableException e) {
            LOG.debug("A stream ends, for its client to connect again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A stream of {} failed", ctx.path(), e);
        }
    }

    private void run(Feed feed, OpenStream stream) throws IOException, InterruptedException {
        drain(feed, stream.out);
        while (!closing.begun() && !feed.over()) {
            var silent = config.heartbeat().minus(stream.out.silence());
            var rhythm = feed.rhythm();
            var looks = rhythm.compareTo(silent) <= 0;
            if (stream.news.await(looks ? rhythm : silent) || looks) {
                drain(feed, stream.out);
            } else {
                stream.out.heartbeat();
            }
        }
    }

    private void drain(Feed feed, EventStream out) throws IOException, InterruptedException {
        while (!closing.begun() && feed.write(out)) {
            // It looks again, now that its client has taken what there was.
        }
        out.flush();
    }

    private void guard() {
        var pause = config.patience().dividedBy(2);
        while (!closing.within(pause.compareTo(LOOK) < 0 ? pause : LOOK)) {
            open.stream().filter(stream -> stream.out.stuck(config.patience())).forEach(this::cut);
        }
    }

    private void cut(OpenStream stream) {
        // It takes a moment to leave, and is to be counted once.
        if (open.remove(stream)) {
            cut.increment();
            stream.out.cut();
        }
    }

    private long count(Kind kind) {
        return open.stream().filter(stream -> stream.kind == kind).count();
    }

    /** Ends all streams, so that no server needs to wait for them. */
    @Override
    public void close() {
        if (closing.begun()) {
            return;
        }
        closing.begin();
        open.forEach(stream -> stream.news.raise());
        try {
            // All places are free when all streams have ended.
            if (!places.tryAcquire(config.most(), LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                open.forEach(this::cut);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
