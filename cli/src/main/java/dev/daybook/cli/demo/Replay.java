package dev.daybook.cli.demo;

import dev.daybook.cli.console.ProgressBar;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Replays the sample: first the stock, then the orders up to their payment, then their shipment as they become ready. */
final class Replay {
    private static final int AT_ONCE = 48;

    private final Sender sender;
    private final ReadyOrders ready;
    private final ProgressBar progress;
    private final Tally tally = new Tally();
    private final Semaphore places = new Semaphore(AT_ONCE);

    Replay(Sender sender, ReadyOrders ready, ProgressBar progress) {
        this.sender = sender;
        this.ready = ready;
        this.progress = progress;
    }

    /**
     * Sends everything and counts the answers; fails if commands stay unanswered, or orders do not become ready.
     *
     * @param received the products of which an earlier run has received the stock, maybe so long ago that its command is
     *     forgotten and would be decided again
     */
    Tally run(List<SampleProduct> products, Set<String> received, List<SampleOrder> orders)
            throws InterruptedException, ExecutionException {
        var demand = Demand.of(orders);
        all(products.stream().map(product -> () -> receive(product, demand.of(product), received)));
        all(orders.stream().map(order -> () -> place(order)));
        all(orders.stream().filter(SampleOrder::shipped).map(order -> () -> ship(order)));
        return tally;
    }

    private void receive(SampleProduct product, long ordered, Set<String> received) throws InterruptedException {
        if (received.contains(product.id())) {
            tally.countKnown();
            progress.step();
        } else {
            send(SampleCommand.receive(product, ordered));
        }
    }

    private void place(SampleOrder order) throws InterruptedException {
        for (var command : SampleCommand.place(order)) {
            send(command);
        }
    }

    private void ship(SampleOrder order) throws InterruptedException {
        if (order.shipper() != null) {
            ready.await(order.id());
            send(SampleCommand.ship(order, order.shipper()));
        }
    }

    private void send(SampleCommand command) throws InterruptedException {
        tally.count(command, sender.send(command));
        progress.step();
    }

    /** Something that sends commands, one after the other. */
    @FunctionalInterface
    private interface Errand {
        void run() throws InterruptedException;
    }

    /** Runs many at once. */
    private void all(Stream<Errand> errands) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = errands.map(errand -> threads.submit(running(errand))).toList();
            try {
                for (var errand : running) {
                    errand.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private Callable<Void> running(Errand errand) {
        return () -> {
            places.acquire();
            try {
                errand.run();
            } finally {
                places.release();
            }
            return null;
        };
    }
}
