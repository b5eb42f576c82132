package dev.daybook.processes.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.avro.AvroRecord;
import dev.daybook.core.Metadata;
import dev.daybook.orders.AddItem;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.InventoryEvent;
import dev.daybook.orders.Order;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.ReceiveStock;
import dev.daybook.orders.RecordPayment;
import dev.daybook.orders.ShipOrder;
import dev.daybook.orders.Stock;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.TimerFired;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Many orders over few products, in random interleavings, with forwarders that crash between any two steps. */
class FulfillmentWorldTest {
    private static final int ORDERS = 12;
    private static final List<String> PRODUCTS = List.of("tea", "jam", "oil");
    private static final int STOCK = 15;
    private static final World.Reader[] READERS = World.Reader.values();
    private static final World.Reader[] FORWARDERS = {
        World.Reader.ROUTER_OF_ORDERS, World.Reader.ROUTER_OF_INVENTORY, World.Reader.RELAY
    };

    /** What a client does next. */
    private record Deed(String aggregate, String id, AvroRecord command) {}

    @Property(tries = 60)
    void never_oversells_leaks_no_reservation_and_ends_every_instance(@ForAll long seed) {
        var random = new Random(seed);
        try (var world = new World()) {
            PRODUCTS.forEach(product -> world.send("inventory", product, new ReceiveStock(STOCK)));
            world.settle();
            live(world, random);
            world.settle();
            world.advance(Duration.ofDays(4));
            world.settle();
            shipWhatIsReady(world);
            world.settle();
            check(world);
        }
    }

    private static void live(World world, Random random) {
        var clients = new ArrayList<Deque<Deed>>();
        for (var order = 1; order <= ORDERS; order++) {
            clients.add(client("o-" + order, random));
        }
        while (!clients.isEmpty()) {
            switch (random.nextInt(12)) {
                case 0, 1 -> {
                    var client = clients.get(random.nextInt(clients.size()));
                    var deed = client.removeFirst();
                    world.send(deed.aggregate(), deed.id(), deed.command());
                    clients.removeIf(Deque::isEmpty);
                }
                case 2 -> world.crash(FORWARDERS[random.nextInt(FORWARDERS.length)], random, 5);
                case 3 -> world.advance(Duration.ofHours(random.nextInt(6)));
                default -> world.step(READERS[random.nextInt(READERS.length)]);
            }
        }
    }

    /** An order as a customer and a shop might handle it, not always in a sensible way. */
    private static Deque<Deed> client(String id, Random random) {
        var deeds = new ArrayDeque<Deed>();
        deeds.add(new Deed("order", id, new CreateOrder("ann", "USD", null)));
        for (var product : PRODUCTS) {
            if (random.nextInt(3) > 0) {
                deeds.add(new Deed(
                        "order", id, new AddItem(product, 1 + random.nextInt(3), BigDecimal.ONE, BigDecimal.ZERO)));
            }
        }
        deeds.add(new Deed("order", id, new ConfirmOrder()));
        var total = BigDecimal.valueOf(deeds.stream()
                .mapToInt(deed -> deed.command() instanceof AddItem item ? item.quantity() : 0)
                .sum());
        if (random.nextInt(4) > 0) {
            deeds.add(new Deed("order", id, new RecordPayment("card", total)));
        }
        if (random.nextInt(4) == 0) {
            deeds.add(new Deed("order", id, new CancelOrder("changed my mind")));
        }
        if (random.nextInt(2) == 0) {
            deeds.add(new Deed("order", id, new ShipOrder("ship", "nr-" + id)));
        }
        return deeds;
    }

    private static void shipWhatIsReady(World world) {
        orders(world).forEach((id, order) -> {
            if (order.status() == OrderStatus.READY_TO_SHIP) {
                assertThat(order.paid())
                        .as("what is not paid is cancelled by now")
                        .isTrue();
                world.send("order", id, new ShipOrder("ship", "late-" + id));
            }
        });
    }

    private static void check(World world) {
        assertThat(world.log(World.TOPICS.deadLetters())).isEmpty();
        var left = new HashMap<String, Long>();
        stocks(world).forEach((product, stock) -> {
            assertThat(stock.reservations()).as("reservations of %s", product).isEmpty();
            left.put(product, stock.onHand());
        });
        var needed = new HashMap<String, Long>();
        orders(world).values().stream()
                .filter(order -> order.status() == OrderStatus.SHIPPED)
                .flatMap(order -> order.lines().stream())
                .forEach(line -> needed.merge(line.productId(), (long) line.quantity(), Long::sum));
        for (var product : PRODUCTS) {
            assertThat(left.get(product))
                    .as("what is left of %s", product)
                    .isEqualTo(STOCK - needed.getOrDefault(product, 0L));
        }
        assertThat(orders(world).values())
                .extracting(Order::status)
                .doesNotContain(OrderStatus.CONFIRMED, OrderStatus.READY_TO_SHIP);
        checkInstances(world);
    }

    private static void checkInstances(World world) {
        var history = World.TOPICS.events("fulfillment");
        var events = world.read(history, ProcessEvent.class);
        assertThat(events).noneMatch(ProcessFailed.class::isInstance);
        var status = new HashMap<String, ProcessStatus>();
        var versions = new HashMap<String, Long>();
        var fired = new HashMap<String, Integer>();
        var position = 0L;
        for (var index = 0; index < events.size(); index++) {
            var message = world.log(history).get(index);
            var headers = EventHeaders.read(message.headers());
            var id = new String(message.key(), StandardCharsets.UTF_8);
            assertThat(headers.position()).isEqualTo(++position);
            assertThat(headers.sequence()).isEqualTo(versions.merge(id, 1L, Long::sum));
            if (events.get(index) instanceof ProcessAdvanced advanced) {
                status.put(id, advanced.status());
            } else if (events.get(index) instanceof TimerFired) {
                assertThat(fired.merge(id, 1, Integer::sum))
                        .as("timers of %s", id)
                        .isOne();
            }
        }
        assertThat(status.values()).containsOnly(ProcessStatus.COMPLETED);
        checkCommands(world);
    }

    /** What goes out has an id of its own, and every order belongs to one story. */
    private static void checkCommands(World world) {
        Set<String> ids = new HashSet<>();
        for (var command : world.log(World.TOPICS.outbox())) {
            assertThat(ids.add(text(command.headers().lastHeader("ce_id").value())))
                    .isTrue();
            var instance = text(command.headers().lastHeader("replykey").value());
            assertThat(text(command.headers().lastHeader("ce_correlationid").value()))
                    .isEqualTo("story-" + instance);
        }
    }

    private static Map<String, Order> orders(World world) {
        var decider = OrderDecider.ORDER.decider();
        var orders = new HashMap<String, Order>();
        fold(world, "order", OrderEvent.class, decider.initial(), decider::evolve)
                .forEach((id, state) -> orders.put(id, (Order) state));
        return orders;
    }

    private static Map<String, Stock> stocks(World world) {
        var decider = InventoryDecider.INVENTORY.decider();
        return fold(world, "inventory", InventoryEvent.class, decider.initial(), (stock, event, metadata) -> {
            var next = decider.evolve(stock, event, metadata);
            assertThat(next.reservations().values().stream()
                            .mapToLong(each -> each)
                            .sum())
                    .as("reserved of %s", metadata.aggregateId())
                    .isLessThanOrEqualTo(next.onHand());
            return next;
        });
    }

    @FunctionalInterface
    private interface Evolve<E, S> {
        S evolve(S state, E event, Metadata metadata);
    }

    private static <E extends AvroRecord, S> Map<String, S> fold(
            World world, String aggregate, Class<E> vocabulary, S initial, Evolve<E, S> evolve) {
        var states = new HashMap<String, S>();
        var topic = World.TOPICS.events(aggregate);
        var events = world.read(topic, vocabulary);
        for (var index = 0; index < events.size(); index++) {
            var metadata =
                    EventHeaders.read(world.log(topic).get(index).headers()).metadata();
            var before = states.getOrDefault(metadata.aggregateId(), initial);
            states.put(metadata.aggregateId(), evolve.evolve(before, events.get(index), metadata));
        }
        return states;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
