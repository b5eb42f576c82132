package dev.daybook.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Load of so many clients, each of which sends its next request when its last is answered. */
public final class ClosedLoop {
    private ClosedLoop() {}

    /** Runs the clients for a while that does not count, and then for one that does, each on a thread of its own. */
    public static Found run(List<? extends Client> clients, Duration warmUp, Duration measured, ThreadFactory threads) {
        run(clients, warmUp, threads);
        return run(clients, measured, threads);
    }

    private static Found run(List<? extends Client> clients, Duration length, ThreadFactory threads) {
        var found = new Found();
        var begin = Usage.now();
        long end = System.nanoTime() + length.toNanos();
        try (var running = Executors.newThreadPerTaskExecutor(threads)) {
            clients.forEach(client -> running.execute(() -> loop(client, end, found)));
        }
        found.used(begin.since());
        return found;
    }

    private static void loop(Client client, long end, Found found) {
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            try {
                client.call();
                found.answered(System.nanoTime() - begin);
            } catch (Exception e) {
                found.failed(e.toString());
            }
        }
    }
}
