package dev.daybook.chaos.workload;

import dev.daybook.platform.message.Ack;
import dev.daybook.testkit.audit.Operation;
import dev.daybook.testkit.audit.Operation.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A client that does one thing after another. What is not answered it tries elsewhere under the same id, a few times, and
 * then leaves it for the end of the run. For one thread at a time.
 */
final class Client {
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Choices choices;
    private final KnownVersions versions;
    private final List<Route> routes;
    private final GatewayRoute inquiries;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<Task> open = new LinkedHashSet<>();

    /**
     * A client that does nothing yet.
     *
     * @param routes the ways that it tries, one after another
     */
    Client(Choices choices, KnownVersions versions, List<Route> routes, GatewayRoute inquiries) {
        this.choices = choices;
        this.versions = versions;
        this.routes = routes;
        this.inquiries = inquiries;
    }

    /** Does one thing after another for as long as it may. */
    void run(BooleanSupplier goesOn) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            switch (choices.next()) {
                case Choices.Send(var task, var ack) -> {
                    if (!send(task, ack, goesOn)) {
                        open.add(task);
                    }
                }
                case Choices.Ask(var task) -> inquiries.ask(task);
            }
        }
    }

    /** Sends everything again that has no outcome yet, until it has. */
    void settle(BooleanSupplier goesOn) throws InterruptedException {
        for (var task : List.copyOf(open)) {
            while (goesOn.getAsBoolean() && open.contains(task)) {
                settle(task, goesOn);
            }
        }
    }

    /** Sends a command until it has an outcome. */
    void settle(Task task, BooleanSupplier goesOn) throws InterruptedException {
        if (send(task, Ack.COMMITTED, goesOn)) {
            open.remove(task);
        } else {
            open.add(task);
        }
    }

    /** What it has sent, and was told. */
    List<Operation> operations() {
        return operations;
    }

    /** How many of its commands have no outcome. */
    int unsettled() {
        return open.size();
    }

    /** Whether the command has an outcome now. */
    private boolean send(Task task, Ack ack, BooleanSupplier goesOn) throws InterruptedException {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var told = sendOnce(task, ack, routes.get(attempt % routes.size()));
            versions.learn(task.aggregateId(), told);
            if (told instanceof Told.Outcome) {
                return true;
            }
            var nobodyWaits = ack == Ack.ACCEPTED && told instanceof Told.Appended;
            if (nobodyWaits || !goesOn.getAsBoolean()) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private Told sendOnce(Task task, Ack ack, Route route) {
        var invoked = System.nanoTime();
        var told = route.send(task, ack);
        var completed = System.nanoTime();
        operations.add(new Operation(task.aggregateId(), task.id(), task.intent(), invoked, completed, told));
        return told;
    }
}
