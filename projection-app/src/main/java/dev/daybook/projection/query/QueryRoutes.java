package dev.daybook.projection.query;

import dev.daybook.http.Answers;
import dev.daybook.platform.message.MalformedTokenException;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.projection.lag.EndOfLog;
import dev.daybook.projection.lag.Looks;
import dev.daybook.projection.ledger.ShardAwayException;
import dev.daybook.projection.live.Streams;
import dev.daybook.projection.peer.AwayException;
import dev.daybook.projection.peer.MalformedStalenessException;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.timeline.UnknownEventException;
import dev.daybook.projection.timeline.UnreadableEventException;
import dev.daybook.projection.token.BehindException;
import dev.daybook.projection.token.EndUnseenException;
import dev.daybook.projection.token.UnknownAggregateException;
import dev.daybook.projection.token.UnknownPartitionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The routes of the read side. */
public final class QueryRoutes {
    private static final String VERSION = "X-Event-Version";

    private QueryRoutes() {}

    /** Tells the aggregate's version that an answer shows, also in the form that {@code If-Match} takes. */
    static void version(Context ctx, long version) {
        ctx.header(VERSION, String.valueOf(version)).header("ETag", "\"" + version + "\"");
    }

    /**
     * Adds the routes.
     *
     * @param longestWait the longest that a request may wait for what its tokens ask
     * @param peers who answers what is not here
     * @param streams where streams are served
     */
    public static void add(
            RoutesConfig routes,
            Catalog catalog,
            EndOfLog ends,
            SchemaRegistry registry,
            Duration longestWait,
            Peers peers,
            Streams streams) {
        var freshness = new Freshness(catalog, new Looks(ends), longestWait);
        var places = new Places(catalog);
        var events = new EventJson(registry);
        routes.get("/v1/views", new ViewsHandler(catalog, ends, peers));
        routes.get("/v1/builds/{view}", new BuildsHandler(catalog, ends, peers));
        var hindsight = new Hindsight(ends);
        routes.get("/v1/views/{view}", peers.survey(ctx -> switch (Asked.view(ctx, catalog)) {
            case ServedRows<?, ?> rows -> RowsQuestion.of(ctx, freshness, rows);
            case ServedRollup<?, ?> rollup -> GroupsQuestion.rows(ctx, freshness, hindsight, rollup);
        }));
        var row = peers.route(places::row, new RowHandler(catalog, freshness));
        var group = peers.survey(ctx -> switch (Asked.view(ctx, catalog)) {
            case ServedRollup<?, ?> rollup -> GroupsQuestion.row(ctx, freshness, hindsight, rollup);
            case ServedRows<?, ?> rows ->
                throw new IllegalStateException("A row of '" + rows.name() + "' is in one partition");
        });
        routes.get("/v1/views/{view}/{key}", new KeyHandler(catalog, row, group));
        var rowStream = peers.route(places::row, new RowStreamHandler(catalog, freshness, streams));
        var groupStream = new GroupStreamHandler(catalog, freshness, hindsight, peers, streams);
        routes.get("/v1/views/{view}/{key}/stream", new KeyHandler(catalog, rowStream, groupStream));
        routes.get(
                "/v1/{aggregate}/{id}/events",
                peers.route(places::aggregate, new EventsHandler(catalog, freshness, events)));
        routes.get(
                "/v1/{aggregate}/{id}/events/stream",
                peers.route(places::aggregate, new EventStreamHandler(catalog, freshness, events, streams, ends)));
        routes.get("/v1/{aggregate}/{id}/state", peers.route(places::aggregate, new StateHandler(catalog, freshness)));
        routes.get(StandingHandler.PATH, new StandingHandler(catalog));
        addDeadLetters(routes, catalog, peers);
        mapErrors(routes);
    }

    private static void addDeadLetters(RoutesConfig routes, Catalog catalog, Peers peers) {
        var places = new Places(catalog);
        routes.get("/v1/dead-letters", new DeadLettersHandler(catalog, peers));
        routes.get("/v1/dead-letters/{view}/{id}", peers.route(places::parked, new DeadLetterHandler(catalog)));
        routes.post(
                "/v1/dead-letters/{view}/{id}/retry",
                peers.route(places::parked, ReleaseHandler.retry(catalog), ReleaseHandler.WAIT));
        routes.post(
                "/v1/dead-letters/{view}/{id}/discard",
                peers.route(places::parked, ReleaseHandler.discard(catalog), ReleaseHandler.WAIT));
    }

    private static void mapErrors(RoutesConfig routes) {
        routes.exception(ShardAwayException.class, (e, ctx) -> Answers.problem(ctx, QueryProblems.notReady(e)));
        routes.exception(AwayException.class, (e, ctx) -> Answers.problem(ctx, QueryProblems.ownerAway(e)));
        // A store that closed while it was read.
        routes.exception(
                InvalidStateStoreException.class,
                (e, ctx) -> Answers.problem(ctx, QueryProblems.notReady("A partition moves away")));
        routes.exception(BehindException.class, (e, ctx) -> Answers.problem(ctx, QueryProblems.behind(e)));
        routes.exception(EndUnseenException.class, (e, ctx) -> Answers.problem(ctx, QueryProblems.endUnseen(e)));
        routes.exception(
                MalformedTokenException.class,
                (e, ctx) -> Answers.problem(ctx, QueryProblems.badToken(String.valueOf(e.getMessage()))));
        routes.exception(
                UnknownPartitionException.class,
                (e, ctx) -> Answers.problem(ctx, QueryProblems.badToken(String.valueOf(e.getMessage()))));
        routes.exception(
                UnknownAggregateException.class,
                (e, ctx) -> Answers.problem(ctx, QueryProblems.badToken(String.valueOf(e.getMessage()))));
        routes.exception(
                MalformedStalenessException.class,
                (e, ctx) -> Answers.problem(ctx, QueryProblems.badStaleness(String.valueOf(e.getMessage()))));
        routes.exception(
                RegistryUnavailableException.class, (e, ctx) -> Answers.problem(ctx, QueryProblems.registryAway()));
        routes.exception(
                UnreadableEventException.class, (e, ctx) -> Answers.problem(ctx, QueryProblems.unreadableEvent(e)));
        routes.exception(
                UnknownEventException.class,
                (e, ctx) -> Answers.problem(ctx, QueryProblems.unknownEvent(String.valueOf(e.getMessage()))));
    }
}
