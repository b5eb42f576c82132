package dev.daybook.orders.fulfillment;

import static dev.daybook.orders.inventory.InventoryDecider.INVENTORY;
import static dev.daybook.orders.order.OrderDecider.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Stage;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.FulfillmentPhase;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.ReceiveStock;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.ReleaseStock;
import dev.daybook.orders.ReserveStock;
import dev.daybook.orders.ShipOrder;
import dev.daybook.orders.ShipStock;
import dev.daybook.orders.Stock;
import dev.daybook.testkit.determinism.Inbox;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Customers, orders, stock and their fulfillment in one thread, without Kafka. Commands wait at their aggregates, events until they are
 * forwarded, messages in inboxes; chance says who goes on next, as the apps are in no step with each other. What is forwarded may be
 * forwarded again.
 */
final class Market {
    private static final List<String> PRODUCTS = List.of("tofu", "rice", "chai");

    private final Random random;
    private final Map<String, Desk<?, ?, ?>> orders = new HashMap<>();
    private final Map<String, Desk<?, ?, ?>> stocks = new HashMap<>();
    private final Map<String, Clerk> clerks = new HashMap<>();
    private final List<Runnable> customers = new ArrayList<>();
    private final Map<String, Long> received = new HashMap<>();
    private final int handiwork;

    /**
     * A market.
     *
     * @param stock less than this is there of each product
     * @param handiwork how often people do by hand what is the process's to do
     */
    Market(long seed, int orders, int stock, int handiwork) {
        this.handiwork = handiwork;
        random = new Random(seed);
        PRODUCTS.forEach(product -> stocks.put(product, new Desk<>(INVENTORY, product)));
        for (var product : PRODUCTS) {
            long quantity = stock == 0 ? 0 : random.nextInt(stock);
            if (quantity > 0) {
                received.put(product, quantity);
                desk("inventory", product).command(new ReceiveStock(quantity), null);
            }
        }
        IntStream.range(0, orders).mapToObj(number -> "order-" + number).forEach(this::open);
        IntStream.range(0, handiwork).forEach(_ -> customers.add(this::meddle));
    }

    private void open(String id) {
        this.orders.put(id, new Desk<>(ORDER, id));
        place(id, new CreateOrder("VINET", "USD", null));
        for (int lines = random.nextInt(1, 4); lines > 0; lines--) {
            var product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
            place(id, new AddItem(product, random.nextInt(1, 10), BigDecimal.ONE, BigDecimal.ZERO));
        }
        place(id, new ConfirmOrder());
        // Who tries too early is refused.
        for (int attempts = random.nextInt(5); attempts > 0; attempts--) {
            customers.add(() -> pay(id));
        }
        if (random.nextInt(4) == 0) {
            customers.add(() -> place(id, new CancelOrder("changed my mind")));
        }
        for (int attempts = random.nextInt(5); attempts > 0; attempts--) {
            customers.add(() -> ship(id));
        }
    }

    private void place(String id, OrderCommand command) {
        desk("order", id).command(command, null);
    }

    private void pay(String id) {
        if (desk("order", id).state() instanceof Order order) {
            place(id, new RecordPayment("card", order.total()));
        }
    }

    private void ship(String id) {
        place(id, new ShipOrder("Speedy Express", "SE-1"));
    }

    /** Someone works on the stock of an order, or hurries it. */
    private void meddle() {
        var orderId = chosen(List.copyOf(orders.keySet()));
        var productId = chosen(PRODUCTS);
        var stock = desk("inventory", productId);
        var quantity = clerk(orderId)
                .needs(productId)
                .filter(_ -> random.nextInt(3) > 0)
                .orElse(random.nextLong(1, 10));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> stock.command(new ReserveStock(orderId, quantity), null);
            case 3, 4 -> stock.command(new ReleaseStock(orderId), null);
            case 5 -> stock.command(new ShipStock(orderId), null);
            case 6 -> stock.command(new ReceiveStock(quantity), null);
            default -> {
                place(orderId, new MarkReadyToShip());
                pay(orderId);
                ship(orderId);
            }
        }
    }

    private <T> T chosen(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Someone puts right what a clerk fails at, or only believes so, and has it go on. */
    private void mend(Clerk clerk, Clerk.Failure failure) {
        if (random.nextInt(3) > 0) {
            var productId = failure.command().aggregateId();
            switch (failure.code()) {
                case "reservation-differs" ->
                    desk("inventory", productId).command(new ReleaseStock(clerk.orderId()), null);
                case "nothing-reserved" -> {
                    var quantity = clerk.needs(productId).orElseThrow();
                    desk("inventory", productId).command(new ReceiveStock(quantity), null);
                    desk("inventory", productId).command(new ReserveStock(clerk.orderId(), quantity), null);
                }
                default -> throw new AssertionError("Nobody knows how to mend " + failure);
            }
        }
        clerk.retry();
    }

    Desk<?, ?, ?> desk(String aggregate, String id) {
        var desk = aggregate.equals("order") ? orders.get(id) : stocks.get(id);
        return Objects.requireNonNull(desk, () -> "There is no " + aggregate + " " + id);
    }

    Clerk clerk(String orderId) {
        return clerks.computeIfAbsent(orderId, id -> new Clerk(id, this));
    }

    /** Goes on until nothing is left to do; then the last orders are paid or expire, and are shipped. */
    void run() {
        while (step()) {
            requireSense();
        }
        clerks.values().forEach(Clerk::expire);
        while (step()) {
            requireSense();
        }
        orders.keySet().forEach(this::ship);
        while (step()) {
            requireSense();
        }
    }

    /** Something happens, if there is anything left to happen. */
    private boolean step() {
        var possible = Stream.of(
                        desks().filter(Desk::hasCommands).<Runnable>map(desk -> desk::decide),
                        desks().filter(Desk::hasEvents).<Runnable>map(desk -> () -> desk.forward(this)),
                        clerks.values().stream().filter(Clerk::hasMessages).<Runnable>map(clerk -> clerk::read),
                        clerks.values().stream()
                                .flatMap(clerk ->
                                        clerk.failure().<Runnable>map(failure -> () -> mend(clerk, failure)).stream()))
                .flatMap(happenings -> happenings)
                .toList();
        if (!possible.isEmpty() && (customers.isEmpty() || random.nextInt(5) > 0)) {
            possible.get(random.nextInt(possible.size())).run();
        } else if (!customers.isEmpty()) {
            customers.remove(random.nextInt(customers.size())).run();
        } else {
            return false;
        }
        if (random.nextInt(20) == 0) {
            var all = desks().toList();
            all.get(random.nextInt(all.size())).rewind(random);
        }
        if (random.nextInt(50) == 0) {
            clerks.values().stream()
                    .skip(random.nextInt(clerks.size() + 1))
                    .findFirst()
                    .ifPresent(Clerk::expire);
        }
        return true;
    }

    private Stream<Desk<?, ?, ?>> desks() {
        return Stream.concat(orders.values().stream(), stocks.values().stream());
    }

    /**
     * What holds at any moment: nothing is sold twice, and who is done has nothing reserved. What people reserve may be left, and be
     * taken for an answer too early.
     */
    private void requireSense() {
        for (var desk : stocks.values()) {
            var stock = (Stock) desk.state();
            assertThat(stock.onHand() - stock.reserved()).isNotNegative();
            if (handiwork == 0) {
                assertThat(stock.reservations().keySet())
                        .noneMatch(order -> clerk(order).stage() == Stage.COMPLETED
                                && clerk(order).hasBegun());
            }
        }
    }

    /** All that each fulfillment was told. */
    Stream<Inbox> inboxes() {
        return clerks.values().stream().map(Clerk::noted);
    }

    /** How each fulfillment ended. */
    Stream<FulfillmentPhase> ends() {
        return clerks.values().stream().map(Clerk::phase);
    }

    void requireEnd() {
        assertThat(clerks.values()).extracting(Clerk::stage).containsOnly(Stage.COMPLETED);
        assertThat(clerks.keySet()).containsExactlyInAnyOrderElementsOf(orders.keySet());
        var shipped = new HashMap<String, Long>();
        for (var desk : orders.values()) {
            var order = (Order) desk.state();
            assertThat(order.status()).isIn(OrderStatus.SHIPPED, OrderStatus.CANCELLED);
            if (order.status() == OrderStatus.SHIPPED) {
                order.lines().forEach(line -> shipped.merge(line.productId(), (long) line.quantity(), Long::sum));
            }
        }
        stocks.forEach((product, desk) -> {
            var stock = (Stock) desk.state();
            stock.reservations()
                    .forEach((order, quantity) ->
                            assertThat(clerk(order).needs(product)).isNotEqualTo(Optional.of(quantity)));
            if (handiwork > 0) {
                return;
            }
            assertThat(stock.reservations()).isEmpty();
            assertThat(stock.onHand())
                    .isEqualTo(received.getOrDefault(product, 0L) - shipped.getOrDefault(product, 0L));
        });
    }
}
