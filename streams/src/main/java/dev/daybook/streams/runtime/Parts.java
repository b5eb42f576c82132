package dev.daybook.streams.runtime;

import dev.daybook.platform.app.App;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The applications of a process, as one. It is ready when all are there, and each is. Thread-safe. */
public final class Parts implements App {
    private final List<App> running = new CopyOnWriteArrayList<>();
    private volatile boolean complete;

    /** Takes one that is on its way to ready. */
    public void add(App part) {
        running.add(part);
    }

    /** No more will come. */
    public void complete() {
        complete = true;
    }

    @Override
    public boolean live() {
        return running.stream().allMatch(App::live);
    }

    @Override
    public boolean ready() {
        return complete && running.stream().allMatch(App::ready);
    }

    @Override
    public String whyNotReady() {
        if (!complete) {
            return "It waits for Kafka and the schema registry";
        }
        return running.stream()
                .map(App::whyNotReady)
                .filter(why -> !why.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Closes them side by side: each waits for its own last transaction. */
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(part -> threads.execute(part::close));
        }
    }
}
