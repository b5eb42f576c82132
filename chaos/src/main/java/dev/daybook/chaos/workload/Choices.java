package dev.daybook.chaos.workload;

import dev.daybook.platform.message.Ack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a client chooses to do next, and next. One seed gives one sequence, but for the versions that are expected: these
 * are what clients were told by then.
 */
final class Choices {
    private static final int REMEMBERED = 50;

    private final String client;
    private final Orders orders;
    private final KnownVersions versions;
    private final Random random;
    private final Purchases purchases;
    private final List<Task> past = new ArrayList<>();
    private int count;

    Choices(String client, Orders orders, KnownVersions versions, Random random) {
        this.client = client;
        this.orders = orders;
        this.versions = versions;
        this.random = random;
        this.purchases = new Purchases(client, random);
    }

    /** Something to do. */
    sealed interface Choice {}

    /** A command to send, and what to wait for. */
    record Send(Task task, Ack ack) implements Choice {}

    /** A command to ask for. */
    record Ask(Task task) implements Choice {}

    Choice next() {
        var dice = random.nextInt(100);
        var earlier = past.isEmpty() ? null : past.get(random.nextInt(past.size()));
        if (earlier != null && dice < 8) {
            return new Send(earlier, ack());
        }
        if (earlier != null && dice < 12) {
            return new Send(reusing(earlier), ack());
        }
        if (earlier != null && dice < 15) {
            return new Ask(earlier);
        }
        if (dice < 22) {
            return new Send(remembered(purchases.next()), ack());
        }
        return new Send(remembered(fresh(dice < 60)), ack());
    }

    private Task fresh(boolean conditional) {
        var order = orders.any(random);
        var command = Orders.command(order, random);
        return new Task(order, client + "-" + count++, command, conditional ? versions.of(order) : null);
    }

    /** Another command under the same id: it may only be refused. */
    private static Task reusing(Task earlier) {
        return new Task(
                earlier.aggregateId(), earlier.id(), Orders.odd(earlier.aggregateId()), earlier.expectedVersion());
    }

    private Task remembered(Task task) {
        if (past.size() == REMEMBERED) {
            past.removeFirst();
        }
        past.add(task);
        return task;
    }

    private Ack ack() {
        var dice = random.nextInt(100);
        return dice < 15 ? Ack.ACCEPTED : dice < 50 ? Ack.DECIDED : Ack.COMMITTED;
    }
}
