package dev.daybook.cli.stack;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tasks that run at the same time and succeed or fail together. For one thread, which forks and then joins. */
final class SideBySide implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ExecutorCompletionService<Object> completed = new ExecutorCompletionService<>(threads);
    private int forked;

    /** Starts a task; its result is there after {@link #join}. */
    <T> Future<T> fork(Callable<T> task) {
        forked++;
        @SuppressWarnings("unchecked") // The service hands back what it was given.
        var result = (Future<T>) completed.submit(task::call);
        return result;
    }

    /** Returns when all tasks are done, or fails as the first of them fails. */
    void join() throws Exception {
        for (; forked > 0; forked--) {
            try {
                completed.take().get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    /** Interrupts the tasks that still run, and waits for them. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
