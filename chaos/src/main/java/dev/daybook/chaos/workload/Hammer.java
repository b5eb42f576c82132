package dev.daybook.chaos.workload;

import dev.daybook.client.CommandClient;
import dev.daybook.orders.ReceiveStock;
import dev.daybook.orders.RecordPayment;
import dev.daybook.testkit.audit.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Many clients that work on a few orders at once, and place orders of their own in between. Three of four of them speak HTTP with
 * either gateway; the others use the Java client, and turn to the gateways when that fails.
 */
public final class Hammer implements AutoCloseable {
    private static final int LIBRARY_CLIENT = 4;
    /** How much of a product there is for each client: less than they order in half a minute. */
    private static final int SCARCE = 2;

    private final Orders orders;
    private final List<Client> clients;
    private final Client supplier;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * A hammer that does nothing yet.
     *
     * @param seed gives what each client chooses to do
     * @param library what the clients share that use no gateway
     */
    public Hammer(long seed, int clients, int orders, List<URI> gateways, CommandClient library) {
        this.orders = Orders.of(orders);
        var versions = new KnownVersions();
        var https = gateways.stream().map(GatewayRoute::new).toList();
        var direct = new LibraryRoute(library);
        this.clients = IntStream.range(0, clients)
                .mapToObj(number -> {
                    var choices = new Choices("client-" + number, this.orders, versions, new Random(seed + number));
                    return new Client(
                            choices, versions, routes(number, https, direct), https.get(number % https.size()));
                })
                .toList();
        this.supplier = new Client(
                new Choices("supplier", this.orders, versions, new Random(seed)),
                versions,
                routes(1, https, direct),
                https.getFirst());
    }

    private static List<Route> routes(int number, List<GatewayRoute> https, LibraryRoute direct) {
        var routes = new ArrayList<Route>(https);
        Collections.rotate(routes, number);
        if (number % LIBRARY_CLIENT == 0) {
            routes.addFirst(direct);
        }
        return routes;
    }

    /** Fills the shelves, begins the orders, and then lets all clients work until they are stopped. */
    public void start() throws InterruptedException {
        receive(Orders.PRODUCT, orders.ids().size());
        for (var product : Purchases.PRODUCTS) {
            receive(product, (long) SCARCE * clients.size());
        }
        for (var order : orders.ids()) {
            var number = 0;
            for (var command : Orders.begin(order)) {
                // Once it is confirmed, its fulfillment works on it too: then nobody knows its version.
                var expected = command instanceof RecordPayment ? null : Long.valueOf(number);
                clients.getFirst().settle(new Task(order, "begin-" + number, command, expected), () -> true);
                number++;
            }
        }
        clients.forEach(client -> run(() -> client.run(() -> !stopped)));
    }

    /** Lets all clients finish what they are at. */
    public void stop() throws InterruptedException, ExecutionException {
        stopped = true;
        join();
    }

    /** Has every command that was sent answered, within a bound. */
    public void settle(Duration bound) throws InterruptedException, ExecutionException {
        var deadline = System.nanoTime() + bound.toNanos();
        BooleanSupplier goesOn = () -> System.nanoTime() - deadline < 0;
        clients.forEach(client -> run(() -> client.settle(goesOn)));
        join();
    }

    private void run(Work work) {
        running.add(threads.submit(() -> {
            work.run();
            return null;
        }));
    }

    private void join() throws InterruptedException, ExecutionException {
        for (var each : running) {
            each.get();
        }
        running.clear();
    }

    private void receive(String product, long quantity) throws InterruptedException {
        supplier.settle(new Task(product, "receive-" + product, new ReceiveStock(quantity), 0L), () -> true);
    }

    /** The ids of the orders that all clients work on. */
    public List<String> orders() {
        return orders.ids();
    }

    /** Everything that was sent to stock, and what was told of it. */
    public List<Operation> deliveries() {
        return supplier.operations();
    }

    /** Everything that was sent to orders, and what was told of it. */
    public List<Operation> operations() {
        return clients.stream().flatMap(client -> client.operations().stream()).toList();
    }

    /** How many commands have no outcome. */
    public int unsettled() {
        return clients.stream().mapToInt(Client::unsettled).sum();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
        threads.close();
    }

    /** What a client does in a thread of its own. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
