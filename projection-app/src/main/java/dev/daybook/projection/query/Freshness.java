package dev.daybook.projection.query;

import dev.daybook.http.Preferences;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.stream.Condition;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.token.Tokens;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Makes a request wait until what it reads is as fresh as its tokens ask for.
 *
 * @param longestWait the longest that a request may ask to wait
 */
record Freshness(Duration longestWait) {
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** Waits before a view or a timeline of a type of aggregate is read; one that has failed ends the request at once. */
    void await(Context ctx, String aggregate, Shards<?> shards, Group group) throws InterruptedException {
        var now = group.condition();
        if (now.is(Condition.State.FAILED)) {
            throw QueryProblems.failed(shards.name(), now.reason()).exception();
        }
        var tokens = Tokens.parse(headers(ctx, "Daybook-Token"));
        var wait = Preferences.parse(headers(ctx, "Prefer")).waitAtMost(longestWait, WAIT);
        tokens.await(aggregate, shards, wait);
    }

    private static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }
}
