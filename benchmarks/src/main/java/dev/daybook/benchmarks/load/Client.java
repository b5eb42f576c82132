package dev.daybook.benchmarks.load;

/** One of the clients of a closed loop. For one thread. */
public interface Client {

    /** Sends its next request and returns when that is answered as expected; fails if it is not. */
    void call() throws Exception;
}
