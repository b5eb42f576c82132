package dev.daybook.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Gateway;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.ProgressBar;
import dev.daybook.cli.stack.RunningStack;
import dev.daybook.platform.message.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The demo against a running stack: replays the sample orders, then asks the read side and the log what came of it. */
final class Demo {
    static final String SHOWN_ORDER = "10248";
    private static final String WAIT = "wait=30";

    private final List<SampleOrder> orders;
    private final Set<String> orderIds;
    private final RunningStack stack;
    private final Queries queries;

    Demo(List<SampleOrder> orders, RunningStack stack) {
        this.orders = orders;
        this.orderIds = orders.stream().map(SampleOrder::id).collect(Collectors.toUnmodifiableSet());
        this.stack = stack;
        this.queries = new Queries(stack.queries());
    }

    /**
     * Runs it.
     *
     * @param progress makes the progress bar for a number of commands
     */
    Result run(IntFunction<ProgressBar> progress) throws InterruptedException, ExecutionException {
        var expected = Figures.expected(orders);
        long started = System.nanoTime();
        var sender = new Sender(new Gateway(stack.gateway()));
        var tally = new Replay(sender, progress.apply((int) expected.events())).run(orders);
        double seconds = (System.nanoTime() - started) / 1e9;
        awaitViews(tally);
        var log = LogCount.of(stack.bootstrapServers(), orderIds);
        var found = Figures.found(queries, orderIds, log);
        return new Result(expected, found, Figures.statuses(queries), tally, log, seconds, timeline());
    }

    /** Waits until the views show the last event of every partition. */
    private void awaitViews(Tally tally) {
        tally.tokens().stream()
                .map(Token::parse)
                .collect(Collectors.toMap(Token::partition, token -> token, Demo::later))
                .values()
                .forEach(this::awaitViews);
    }

    private void awaitViews(Token token) {
        for (var view : List.of("order-summary", "order-status")) {
            queries.rows(view, Map.of("limit", "1"), waitingFor(token));
        }
    }

    private static Token later(Token one, Token other) {
        return one.position() > other.position() ? one : other;
    }

    private static Map<String, String> waitingFor(Token token) {
        return Map.of("Daybook-Token", token.toString(), "Prefer", WAIT);
    }

    private JsonNode timeline() {
        return queries.events(Sender.AGGREGATE, SHOWN_ORDER, Map.of(), Map.of()).path("events");
    }

    /**
     * What the demo found.
     *
     * @param statuses how many orders have each status, by the view that counts them
     * @param seconds how long the replay took
     * @param timeline the events of {@link #SHOWN_ORDER}, as CloudEvents in JSON
     */
    record Result(
            Figures expected,
            Figures found,
            Map<String, Integer> statuses,
            Tally tally,
            LogCount log,
            double seconds,
            JsonNode timeline) {

        /** Every command of the sample made its event, and made it once. */
        boolean exactlyOnce() {
            return tally.refusals().isEmpty()
                    && log.ofCommands() == expected.events()
                    && log.distinct() == expected.events();
        }

        /** The figures are those of the data; after someone tried commands on the sample orders they need not be. */
        boolean holds() {
            return exactlyOnce()
                    && (found.equals(expected) || !log.changedSince().isEmpty())
                    && (statuses.equals(expected.byStatus()) || !alone());
        }

        /** The log holds nothing but the sample, so that what counts all orders counts these. */
        private boolean alone() {
            return log.events() == log.ofCommands() && log.changedSince().isEmpty();
        }
    }
}
