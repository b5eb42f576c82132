package dev.daybook.cli.demo;

import dev.daybook.cli.console.ProgressBar;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Replays orders: many at once, the commands of one order one after the other. */
final class Replay {
    private static final int ORDERS_AT_ONCE = 48;

    private final Sender sender;
    private final ProgressBar progress;
    private final Tally tally = new Tally();
    private final Semaphore places = new Semaphore(ORDERS_AT_ONCE);

    Replay(Sender sender, ProgressBar progress) {
        this.sender = sender;
        this.progress = progress;
    }

    /** Sends everything and counts the answers; fails if commands stay unanswered. */
    Tally run(List<SampleOrder> orders) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replays = orders.stream()
                    .map(order -> threads.submit(replaying(order)))
                    .toList();
            try {
                for (var replay : replays) {
                    replay.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
        return tally;
    }

    private Callable<Void> replaying(SampleOrder order) {
        return () -> {
            places.acquire();
            try {
                for (var command : SampleCommand.of(order)) {
                    tally.count(command, sender.send(command));
                    progress.step();
                }
            } finally {
                places.release();
            }
            return null;
        };
    }
}
