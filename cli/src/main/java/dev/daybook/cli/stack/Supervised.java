package dev.daybook.cli.stack;

import dev.daybook.embedded.ChildJvm;
import dev.daybook.embedded.EmbeddedException;
import dev.daybook.embedded.JvmCommand;
import dev.daybook.streams.retry.Backoff;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance in a JVM of its own, which is started anew, after a growing pause, whenever its process ends without being
 * told to. Thread-safe.
 */
final class Supervised implements Instance {
    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);

    /** Who ran for that long has not failed in a row. */
    private static final Duration SOUND = Duration.ofMinutes(1);

    private final JvmCommand command;
    private final Path folder;
    private final URI url;
    private final Burial burial;
    private final Consumer<String> news;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private ChildJvm child;
    private boolean closed;

    /** What is done when the process is dead, before it is started anew. */
    @FunctionalInterface
    interface Burial {
        void perform() throws Exception;
    }

    /**
     * Starts one, without waiting for it.
     *
     * @param folder where it finds its settings and prints to
     * @param url where it serves its health
     * @param news hears of each death, and of each return
     */
    Supervised(JvmCommand command, Path folder, URI url, Burial burial, Consumer<String> news) {
        this.command = command;
        this.folder = folder;
        this.url = url;
        this.burial = burial;
        this.news = news;
        this.child = ChildJvm.start(command, folder);
    }

    /** Returns when it is ready for the first time; from then on it is watched. */
    void awaitReady() {
        child().awaitReady(url, Readiness.PATIENCE);
        Thread.ofPlatform().daemon().name("supervisor-" + name()).start(this::watch);
    }

    private void watch() {
        for (var attempt = 1; ; attempt++) {
            var since = System.nanoTime();
            var died = child();
            int exitCode = died.exit().join();
            if (closed()) {
                return;
            }
            if (System.nanoTime() - since > SOUND.toNanos()) {
                attempt = 1;
            }
            var pause = backoff.after(attempt);
            tell("%s (process %d) has ended with exit code %d; it is started again in %.1f s"
                    .formatted(name(), died.pid(), exitCode, pause.toMillis() / 1e3));
            bury();
            if (!backoff.pause(pause) || !startAgain()) {
                return;
            }
        }
    }

    private void bury() {
        try {
            burial.perform();
        } catch (Exception e) {
            LOG.warn("What {} held is left until it is missed", name(), e);
        }
    }

    /** Whether it is still wanted. */
    private boolean startAgain() {
        var begin = System.nanoTime();
        try {
            var next = restarted();
            if (next == null) {
                return false;
            }
            next.awaitReady(url, Readiness.PATIENCE);
            tell("%s is back (process %d) after %.1f s"
                    .formatted(name(), next.pid(), (System.nanoTime() - begin) / 1e9));
        } catch (EmbeddedException e) {
            LOG.warn("{} did not come back", name(), e);
        }
        return true;
    }

    private synchronized @Nullable ChildJvm restarted() {
        if (closed) {
            return null;
        }
        child = ChildJvm.start(command, folder);
        return child;
    }

    private void tell(String what) {
        LOG.warn(what);
        news.accept(what);
    }

    private synchronized ChildJvm child() {
        return child;
    }

    private synchronized boolean closed() {
        return closed;
    }

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public long pid() {
        return child().pid();
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void close() {
        ChildJvm last;
        synchronized (this) {
            closed = true;
            last = child;
        }
        backoff.close();
        last.close();
    }
}
