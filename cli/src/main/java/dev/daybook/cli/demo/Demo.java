package dev.daybook.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Gateway;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.ProgressBar;
import dev.daybook.cli.stack.RunningStack;
import dev.daybook.platform.message.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The demo against a running stack: replays the sample, then asks the read side and the log what came of it. */
final class Demo {
    static final String SHOWN_ORDER = "10248";
    private static final String WAIT = "wait=30";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STANDSTILL = Duration.ofSeconds(45);

    private final List<SampleProduct> products;
    private final List<SampleOrder> orders;
    private final Set<String> productIds;
    private final Set<String> orderIds;
    private final RunningStack stack;
    private final Queries queries;

    private final Consumer<String> remarks;

    /**
     * A demo.
     *
     * @param remarks hears what it waits for
     */
    Demo(List<SampleProduct> products, List<SampleOrder> orders, RunningStack stack, Consumer<String> remarks) {
        this.remarks = remarks;
        this.products = products;
        this.orders = orders;
        this.productIds = products.stream().map(SampleProduct::id).collect(Collectors.toUnmodifiableSet());
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
        var expected = Figures.expected(products, orders);
        long started = System.nanoTime();
        var sender = new Sender(new Gateway(stack.gateway()));
        var bar = progress.apply((int) expected.events() + products.size());
        var received = LogCount.of(stack.bootstrapServers(), orderIds).received();
        var tally = new Replay(sender, new ReadyOrders(queries), bar).run(products, received, orders);
        double seconds = (System.nanoTime() - started) / 1e9;
        awaitViews(tally);
        var findings = settled(expected);
        var statuses = Attempts.patiently("the statuses", () -> Figures.statuses(queries));
        return new Result(
                expected,
                findings.figures,
                statuses,
                tally,
                findings.log,
                seconds,
                Attempts.patiently("the timeline", this::timeline));
    }

    /** What is found once the figures are as expected, or do not change any more: fulfillment goes on after the last command. */
    private Findings settled(Figures expected) throws InterruptedException {
        var findings = find();
        if (findings.isSettled(expected)) {
            return findings;
        }
        remarks.accept("Waiting until the orders are fulfilled …");
        long lastChange = System.nanoTime();
        while (!findings.isSettled(expected) && System.nanoTime() - lastChange < STANDSTILL.toNanos()) {
            Thread.sleep(PAUSE);
            var next = find();
            // The log of a busy stack changes all the time.
            if (!next.figures.equals(findings.figures)) {
                lastChange = System.nanoTime();
            }
            findings = next;
        }
        return findings;
    }

    private Findings find() throws InterruptedException {
        var log = LogCount.of(stack.bootstrapServers(), orderIds);
        return new Findings(
                Attempts.patiently("the figures", () -> Figures.found(queries, orderIds, productIds, log)), log);
    }

    private record Findings(Figures figures, LogCount log) {

        /** There is nothing to wait for: they are as expected, or never will be. */
        boolean isSettled(Figures expected) {
            return matches(figures, expected, log) || !log.ofEarlierRelease().isEmpty();
        }
    }

    /** The stock is what the data says unless others work on it too. */
    private static boolean matches(Figures found, Figures expected, LogCount log) {
        return log.stockByOthers() == 0 ? found.equals(expected) : found.equalsButForStock(expected);
    }

    /** Waits until the views show the last event of every partition. */
    private void awaitViews(Tally tally) throws InterruptedException {
        var last = tally.tokens().stream()
                .map(Token::parse)
                .collect(Collectors.toMap(Token::partition, token -> token, Demo::later));
        for (var token : last.values()) {
            awaitViews(token);
        }
    }

    private void awaitViews(Token token) throws InterruptedException {
        for (var view : List.of("order-summary", "order-status")) {
            var _ = Attempts.patiently(
                    "the view " + view, () -> queries.rows(view, Map.of("limit", "1"), waitingFor(token)));
        }
    }

    private static Token later(Token one, Token other) {
        return one.position() > other.position() ? one : other;
    }

    private static Map<String, String> waitingFor(Token token) {
        return Map.of("Daybook-Token", token.toString(), "Prefer", WAIT);
    }

    private JsonNode timeline() {
        return queries.events(SampleCommand.ORDER, SHOWN_ORDER, Map.of(), Map.of())
                .path("events");
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

        /** Every command of the sample and of its fulfillment made its event, and made it once. */
        boolean exactlyOnce() {
            return tally.refusals().isEmpty()
                    && log.ofCommands() == expected.events()
                    && log.ofFulfillment() == expected.fulfilled()
                    && log.distinct() == log.ofSample();
        }

        /**
         * The figures are those of the data. After someone tried commands on the sample orders they need not be, and the stock
         * need not be after someone tried commands on it, or other orders had their share.
         */
        boolean holds() {
            return exactlyOnce()
                    && (matches(found, expected, log) || !log.changedSince().isEmpty())
                    && (statuses.equals(expected.byStatus()) || !alone());
        }

        /** The log holds nothing but the sample, so that what counts all orders counts these. */
        private boolean alone() {
            return log.events() == log.ofSample() && log.changedSince().isEmpty();
        }
    }
}
