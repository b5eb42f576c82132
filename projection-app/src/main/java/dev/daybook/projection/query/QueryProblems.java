package dev.daybook.projection.query;

import dev.daybook.http.Problem;
import dev.daybook.projection.ledger.ShardAwayException;
import dev.daybook.projection.peer.AwayException;
import dev.daybook.projection.timeline.UnreadableEventException;
import dev.daybook.projection.token.BehindException;
import dev.daybook.projection.token.EndUnseenException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The problems that queries end with. */
public final class QueryProblems {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String SECONDS = "1";

    private QueryProblems() {}

    /** There is no view of this name. */
    public static Problem unknownView(String name, List<String> known) {
        return Problem.unknown("unknown-view", "view", name, known);
    }

    static Problem unknownAggregateType(String type, List<String> known) {
        return Problem.unknown("unknown-aggregate-type", "type of aggregate", type, known);
    }

    static Problem noRow(String view, String key) {
        return Problem.of(404, "no-row", "There is no such row", "View '%s' shows no row '%s'".formatted(view, key));
    }

    static Problem noRow(String view, String key, Instant at) {
        return Problem.of(
                404, "no-row", "There was no such row", "View '%s' showed no row '%s' at %s".formatted(view, key, at));
    }

    static Problem noPast(String view, String aggregate, Collection<String> known) {
        return Problem.of(
                        400,
                        "unknown-parameter",
                        "There is no such query parameter",
                        "There is no parameter 'at' here: the rows of '%s' have no past. The %s behind a row has: /v1/%s/{id}/state?at="
                                .formatted(view, aggregate, aggregate))
                .with("known", known);
    }

    static Problem rowParked(String view, String key, long first) {
        return Problem.of(
                        503,
                        "row-parked",
                        "The row lacks events that are parked",
                        "View '%s' has parked the events of '%s' from position %d on, so the row does not show what the "
                                        .formatted(view, key, first)
                                + "token asks for; see /v1/dead-letters")
                .with("position", first);
    }

    static Problem notParked(String view, String id) {
        return Problem.of(
                404, "not-parked", "Nothing is parked", "View '%s' has parked no events of '%s'".formatted(view, id));
    }

    static Problem busy(String view) {
        return Problem.of(
                        503,
                        "view-busy",
                        "What was asked for was not done in time",
                        "View '%s' is busy and may or may not have begun; see what is parked, and try again"
                                .formatted(view))
                .withHeader(RETRY_AFTER, SECONDS);
    }

    static Problem noAggregate(String type, String id) {
        return Problem.of(
                404,
                "no-aggregate",
                "There is no such aggregate",
                "Nothing ever happened to %s '%s'".formatted(type, id));
    }

    static Problem noVersion(String type, String id, long version, long last) {
        return Problem.of(
                        404,
                        "no-version",
                        "There is no such version",
                        "%s '%s' has no version %d; its last is %d".formatted(type, id, version, last))
                .with("lastVersion", last);
    }

    static Problem notYet(String type, String id, Instant at, Instant first) {
        return Problem.of(
                        404,
                        "not-yet",
                        "There was no such aggregate yet",
                        "At %s nothing had happened to %s '%s'; its first event is of %s"
                                .formatted(at, type, id, first))
                .with("firstEventAt", first.toString());
    }

    static Problem unknownParameter(String name, Collection<String> known) {
        return Problem.of(
                        400,
                        "unknown-parameter",
                        "There is no such query parameter",
                        "There is no parameter '%s' here; %s".formatted(name, Problem.choice(known)))
                .with("known", known);
    }

    static Problem badParameter(String name, String expected, Object found) {
        return Problem.of(
                        400,
                        "bad-parameter",
                        "A query parameter has a value that it cannot have",
                        "The parameter '%s' must be %s, but is %s".formatted(name, expected, found))
                .with("parameter", name);
    }

    static Problem badLastEventId(String expected, String found) {
        return Problem.of(
                400,
                "bad-last-event-id",
                "The last event's id is none that a stream gave",
                "Last-Event-ID must be the id of an event of this stream, %s, but is '%s'".formatted(expected, found));
    }

    static Problem badToken(String why) {
        return Problem.of(400, "bad-token", "A token is none that Daybook gave", why);
    }

    static Problem badStaleness(String why) {
        return Problem.of(400, "bad-staleness", "It cannot be told how stale the answer may be", why);
    }

    /** What is asked for will be here soon, or is elsewhere. */
    public static Problem notReady(String why) {
        return Problem.of(503, "view-not-ready", "What is asked for is not here yet", why + "; try again")
                .withHeader(RETRY_AFTER, SECONDS);
    }

    static Problem notReady(ShardAwayException e) {
        return notReady(String.valueOf(e.getMessage())).with("partition", e.partition());
    }

    static Problem ownerAway(AwayException e) {
        return Problem.of(
                        503,
                        "owner-away",
                        "The instance that has what is asked for does not answer",
                        e.getMessage()
                                + "; try again, or say with Daybook-Max-Staleness how stale the answer may be: a copy"
                                + " may have it")
                .with("instance", e.instance().toString())
                .with("partitions", e.partitions())
                .withHeader(RETRY_AFTER, SECONDS);
    }

    static Problem failed(String name, String why) {
        return Problem.of(
                503, "view-failed", "What is asked for has stopped", "%s has stopped: %s".formatted(name, why));
    }

    static Problem behind(BehindException e) {
        return Problem.of(
                        503,
                        "view-behind",
                        "What is asked for has not come as far as it must",
                        e.getMessage() + "; try again, or wait longer with Prefer: wait=")
                .with("token", e.token().toString())
                .with("partition", e.token().partition())
                .with("position", e.position())
                .with("awaitedPosition", e.token().position())
                .withHeader(RETRY_AFTER, SECONDS);
    }

    static Problem endUnseen(EndUnseenException e) {
        return Problem.of(
                        503,
                        "view-behind",
                        "What is asked for has not come as far as it must",
                        e.getMessage() + ", so what is asked for may lack events up to the time; try again")
                .with("partition", e.partition())
                .withHeader(RETRY_AFTER, SECONDS);
    }

    static Problem registryAway() {
        return Problem.of(
                        503,
                        "registry-unavailable",
                        "The schema registry does not answer",
                        "What is asked for cannot be read without a schema that is not known here yet; try again")
                .withHeader(RETRY_AFTER, SECONDS);
    }

    static Problem unreadableEvent(UnreadableEventException e) {
        return Problem.of(500, "unreadable-event", "The state cannot be told", String.valueOf(e.getMessage()))
                .with("version", e.event().sequence())
                .with("reason", UnreadableEventException.reason(Objects.requireNonNull(e.getCause())));
    }

    static Problem unknownEvent(String why) {
        return Problem.of(500, "unknown-event", "The state cannot be told", why);
    }
}
