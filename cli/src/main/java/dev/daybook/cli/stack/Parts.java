package dev.daybook.cli.stack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a stack that run, so that they can be closed in order at any moment, even in the middle of a start. */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Map<Part, List<AutoCloseable>> running = new EnumMap<>(Part.class);
    private boolean closed;

    /** Keeps a part that has just been started; after the close it is closed at once, and the start must not go on. */
    synchronized <T extends AutoCloseable> T keep(Part part, T started) throws InterruptedException {
        running.computeIfAbsent(part, none -> new ArrayList<>()).add(started);
        if (closed) {
            closeAll();
            throw new InterruptedException("The stack was told to end while it started");
        }
        return started;
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeAll();
    }

    synchronized boolean closed() {
        return closed;
    }

    private void closeAll() {
        running.forEach(Parts::close);
        running.clear();
    }

    /** Closes all instances of a part at the same time. */
    private static void close(Part part, List<AutoCloseable> instances) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.forEach(instance -> threads.execute(() -> close(part, instance)));
        }
    }

    private static void close(Part part, AutoCloseable running) {
        try {
            LOG.info("Closing {}", part);
            running.close();
        } catch (Exception e) {
            LOG.error("{} did not close cleanly", part, e);
        }
    }
}
