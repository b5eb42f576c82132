package dev.daybook.platform.app;

/** An app that runs. Implementations are thread-safe. */
public interface App extends AutoCloseable {

    /** Whether it runs, or can still recover by itself. If not, it is to be started anew. */
    boolean live();

    /** Whether it does its work now. */
    boolean ready();

    /** What it waits for, in one sentence; empty if it is ready. */
    String whyNotReady();

    /** Finishes what has begun, and stops. */
    @Override
    void close();
}
