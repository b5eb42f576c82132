package dev.daybook.benchmarks.workload;

import dev.daybook.orders.OrderCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Commands to many orders that are open at the same time, without end. Each open order has its turn, then the next, so
 * that two commands to one order are as many commands apart as orders are open. Not thread-safe.
 */
public final class OrderMix {
    private final String prefix;
    private final SplittableRandom random;
    private final List<Script> open = new ArrayList<>();
    private int turn;
    private int orders;

    /**
     * A mix.
     *
     * @param prefix of the orders' ids, for no two mixes to meet in an order
     * @param open how many orders are open at the same time
     */
    public OrderMix(String prefix, int open, long seed) {
        this.prefix = prefix;
        this.random = new SplittableRandom(seed);
        this.open.addAll(Collections.nCopies(open, Script.DONE));
    }

    /** The next command. */
    public Step next() {
        if (!open.get(turn).commands.hasNext()) {
            open.set(turn, newOrder());
        }
        var script = open.get(turn);
        turn = (turn + 1) % open.size();
        return new Step(script.orderId, script.commands.next());
    }

    /** The next commands. */
    public List<Step> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    private Script newOrder() {
        return new Script(prefix + "-" + orders++, OrderScript.commands(random).iterator());
    }

    private record Script(String orderId, Iterator<OrderCommand> commands) {
        static final Script DONE = new Script("", Collections.emptyIterator());
    }
}
