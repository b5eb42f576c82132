package dev.daybook.projection.query;

import dev.daybook.http.Preferences;
import dev.daybook.projection.lag.Looks;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.peer.Attempt;
import dev.daybook.projection.peer.MaxStaleness;
import dev.daybook.projection.peer.Staleness;
import dev.daybook.projection.stream.Condition;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.token.Tokens;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sees to it that what a request reads is as fresh as it asks for.
 *
 * @param catalog what can be asked
 * @param looks where the log ended when someone looked last
 * @param longestWait the longest that a request may ask to wait
 */
record Freshness(Catalog catalog, Looks looks, Duration longestWait) {
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** The ledger that has an aggregate; one whose application has failed ends the request at once. */
    <L extends Ledger> L ledger(Context ctx, Source<L> source, String aggregateId) throws InterruptedException {
        return ledgers(ctx, source, List.of(source.shards().of(aggregateId).partition()))
                .getFirst();
    }

    /** The ledgers of partitions, likewise. */
    <L extends Ledger> List<L> ledgers(Context ctx, Source<L> source, List<Integer> partitions)
            throws InterruptedException {
        requireNotFailed(source.shards(), source.group());
        var demand = new Demand(
                tokens(ctx),
                System.nanoTime() + wait(ctx).toNanos(),
                MaxStaleness.of(ctx),
                Attempt.of(ctx),
                looks,
                new Staleness(ctx));
        var ledgers = new ArrayList<L>();
        for (var partition : partitions) {
            ledgers.add(demand.ledger(source, partition));
        }
        return ledgers;
    }

    /**
     * Waits until the ledger that has an aggregate is as fresh, likewise, for who goes on reading it while it is posted here. While
     * there are others to ask, one that is not here is not waited for.
     */
    void awaitHere(Context ctx, Source<?> source, String aggregateId) throws InterruptedException {
        requireNotFailed(source.shards(), source.group());
        var shard = source.shards().of(aggregateId);
        if (Attempt.of(ctx) != Attempt.LAST && shard.progress().isEmpty()) {
            throw shard.away();
        }
        tokens(ctx).await(source.aggregate(), source.shards(), shard.partition(), wait(ctx));
    }

    /** What a request asks to see. */
    Tokens tokens(Context ctx) {
        return Tokens.parse(headers(ctx, "Daybook-Token"))
                .requireOf(catalog.timelines().stream()
                        .map(ServedTimeline::aggregate)
                        .toList());
    }

    /** How long a request may wait. */
    Duration wait(Context ctx) {
        return Preferences.parse(headers(ctx, "Prefer")).waitAtMost(longestWait, WAIT);
    }

    private static void requireNotFailed(Shards<?> shards, Group group) {
        var now = group.condition();
        if (now.is(Condition.State.FAILED)) {
            throw QueryProblems.failed(shards.name(), now.reason()).exception();
        }
    }

    private static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }
}
