package dev.daybook.chaos;

import dev.daybook.chaos.fleet.Fleet;
import dev.daybook.chaos.fleet.Member;
import dev.daybook.chaos.fleet.Timeouts;
import dev.daybook.chaos.fulfillment.BooksReader;
import dev.daybook.chaos.fulfillment.Reconciliation;
import dev.daybook.chaos.nemesis.Executioner;
import dev.daybook.chaos.nemesis.Nemesis;
import dev.daybook.chaos.nemesis.Schedule;
import dev.daybook.chaos.nemesis.Struck;
import dev.daybook.chaos.report.Report;
import dev.daybook.chaos.workload.Hammer;
import dev.daybook.client.ClientConfig;
import dev.daybook.client.CommandClient;
import dev.daybook.orders.context.OrdersContext;
import dev.daybook.orders.inventory.InventoryDecider;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.processor.topology.ProcessorTopology;
import dev.daybook.testkit.audit.AggregateLog;
import dev.daybook.testkit.audit.AggregateLogReader;
import dev.daybook.testkit.audit.Audit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * A run: a fleet is started, hammered and broken, left to recover, and audited.
 *
 * @param seed what the faults and what the clients do follow from
 * @param duration for how long it is hammered
 * @param clients how many there are
 * @param orders how many they work on
 * @param nemeses what breaks it; none: nothing does
 */
record ChaosRun(long seed, Duration duration, int clients, int orders, Collection<Nemesis> nemeses) {
    /** For what was begun to be answered, once all processes are well. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private static final OrdersContext CONTEXT = new OrdersContext();
    private static final String ORDER = OrderDecider.ORDER.type();
    private static final String INVENTORY = InventoryDecider.INVENTORY.type();
    private static final Duration LOOK = Duration.ofSeconds(1);

    /**
     * Does it.
     *
     * @param folder where the fleet keeps its data and what it prints
     * @param remarks told what is going on
     */
    Report run(Path folder, Consumer<String> remarks) throws InterruptedException, ExecutionException {
        var timeouts = Timeouts.SHORT;
        var schedule = Schedule.of(seed, duration, nemeses, timeouts);
        remarks.accept(
                "Starting a broker, a registry, and 2 processors, process managers and gateways each; what they print"
                        + " is in "
                        + folder.resolve("logs"));
        try (var fleet = Fleet.start(folder, timeouts);
                var registry = new HttpSchemaRegistry(RegistryConfig.of(fleet.registry()))) {
            return run(fleet, new RecordSerdes(registry), schedule, remarks);
        }
    }

    private Report run(Fleet fleet, RecordSerdes serdes, Schedule schedule, Consumer<String> remarks)
            throws InterruptedException, ExecutionException {
        var gateways = fleet.gateways().stream().map(Member::url).toList();
        try (var library = CommandClient.start(ClientConfig.of(CONTEXT.name(), fleet.kafka()), serdes);
                var hammer = new Hammer(seed, clients, orders, gateways, library)) {
            remarks.accept(
                    "Hammering for %d s: %d clients on %d orders".formatted(duration.toSeconds(), clients, orders));
            var struck = hammer(hammer, fleet, schedule, remarks);
            remarks.accept("Waiting until all is answered");
            fleet.awaitReady();
            hammer.settle(SETTLING);
            var reader = new BooksReader(fleet.kafka(), serdes);
            awaitRest(reader);
            awaitQuiet(fleet);
            remarks.accept("Auditing");
            var log = log(fleet, serdes, ORDER);
            var operations = hammer.operations();
            var violations = new ArrayList<>(Audit.of(log, operations));
            violations.addAll(Audit.of(log(fleet, serdes, INVENTORY), hammer.deliveries()));
            var books = reader.read();
            return new Report(
                    operations,
                    hammer.orders(),
                    hammer.unsettled(),
                    log,
                    struck,
                    violations,
                    books,
                    Reconciliation.of(books));
        }
    }

    /** Returns when the books fit together, or never will: what is under way still does not. */
    private static void awaitRest(BooksReader books) throws InterruptedException {
        var deadline = System.nanoTime() + SETTLING.toNanos();
        while (System.nanoTime() < deadline && !Reconciliation.of(books.read()).isEmpty()) {
            Thread.sleep(LOOK);
        }
    }

    private List<Struck> hammer(Hammer hammer, Fleet fleet, Schedule schedule, Consumer<String> remarks)
            throws InterruptedException, ExecutionException {
        hammer.start();
        var end = System.nanoTime() + duration.toNanos();
        var struck = new Executioner(fleet, strike -> remarks.accept("  " + strike)).carryOut(schedule);
        Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        hammer.stop();
        return struck;
    }

    private static void awaitQuiet(Fleet fleet) throws InterruptedException, ExecutionException {
        var topics = new ContextTopics(CONTEXT.name());
        var commands = List.of(topics.commands(ORDER), topics.commands(INVENTORY));
        try (var admin = Admin.create(fleet.kafka())) {
            new Quiet(admin, commands, ProcessorTopology.applicationId(CONTEXT))
                    .await(fleet.timeouts().append(), SETTLING);
        }
    }

    private static AggregateLog log(Fleet fleet, RecordSerdes serdes, String aggregate) {
        return new AggregateLogReader(fleet.kafka(), serdes, CONTEXT.name(), aggregate).read();
    }
}
