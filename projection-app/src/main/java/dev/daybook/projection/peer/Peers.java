package dev.daybook.projection.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.http.Preferences;
import dev.daybook.projection.stream.Group;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The other instances of this app: who of them is asked for what is not here, and how. Only members of an application's
 * group are ever called. Thread-safe.
 */
public final class Peers implements AutoCloseable {
    private static final Duration TOKEN_WAIT = Duration.ofSeconds(2);

    private final Address self;
    private final Duration timeout;
    private final Duration longestWait;
    private final Calls calls;
    private final Relay relay = new Relay();

    /**
     * The others.
     *
     * @param self where this instance is reached
     * @param timeout how long another may take to answer, besides what it is asked to wait
     * @param longestWait the longest that a request may ask to wait
     */
    public Peers(Address self, Duration timeout, Duration longestWait, MeterRegistry meters) {
        this.self = self;
        this.timeout = timeout;
        this.longestWait = longestWait;
        calls = new Calls(timeout, meters);
    }

    /**
     * A handler of requests for what is in one partition: it answers what is here, and has all else answered by the instance
     * that has it.
     *
     * @param place where what a request asks for is
     * @param local answers from what is here
     */
    public Handler route(Function<Context, Place> place, Handler local) {
        return route(place, local, Duration.ZERO);
    }

    /**
     * The same of requests that take a while to answer.
     *
     * @param besides how long another instance may take besides what any request may
     */
    public Handler route(Function<Context, Place> place, Handler local, Duration besides) {
        return new Router(this, place, local, besides);
    }

    /**
     * A handler of questions that all partitions answer together.
     *
     * @param questions what a request asks
     */
    public Handler survey(Function<Context, Question<?>> questions) {
        return new Survey(this, questions);
    }

    /**
     * The parts of the answer to a question, from all who have one.
     *
     * @throws RefusedException if an instance has a reason not to answer
     */
    public <P> List<P> gather(Context ctx, Question<P> question) throws InterruptedException {
        return new Gathering<>(this, ctx, question).parts();
    }

    /** Answers a request with the reason that an instance has. */
    public void hand(RefusedException reason, Context ctx) {
        relay.hand(reason.answer(), ctx);
    }

    /**
     * What all instances of these applications say of themselves, this one excepted: each is asked once, all at the same time.
     *
     * @param path what they are asked
     */
    public Map<Address, Optional<JsonNode>> reports(Context ctx, Collection<Group> groups, String path)
            throws InterruptedException {
        return new Reports(this, ctx, path)
                .of(groups.stream()
                        .flatMap(group -> group.members().stream())
                        .map(member -> Address.of(member.host()))
                        .filter(instance -> !instance.equals(self))
                        .distinct()
                        .toList());
    }

    /**
     * What the instance that has a partition sends, as it comes; to be closed.
     *
     * @param headers what it is told besides what the caller of this instance said
     * @param atMost how long it may take to begin
     * @throws AwayException if it does not answer
     * @throws dev.daybook.projection.ledger.ShardAwayException if nobody has it
     */
    public InputStream flow(Context ctx, Place place, String path, Map<String, String> headers, Duration atMost)
            throws InterruptedException {
        var instance = elsewhere(place).orElseThrow(() -> place.shard().away());
        var request = Passage.to(ctx, instance, path)
                .header(Forwarded.HEADER, place.group().name());
        headers.forEach(request::header);
        var answer = calls.ask(instance, List.of(place.partition()), request.build(), atMost);
        if (answer.status() == 200 && answer.body() instanceof Answer.Flow flow) {
            return flow.bytes();
        }
        throw place.shard().away();
    }

    /** Where this instance is reached. */
    public Address self() {
        return self;
    }

    /** Who else has a partition; empty if it is here, or if nobody is known to have it. */
    Optional<Address> elsewhere(Place place) {
        return place.isHere() ? Optional.empty() : place.owner().filter(owner -> !owner.equals(self));
    }

    /** Who else keeps copies of a partition. */
    List<Address> copies(Place place) {
        return place.copies().stream()
                .filter(instance -> !instance.equals(self))
                .toList();
    }

    Calls calls() {
        return calls;
    }

    Relay relay() {
        return relay;
    }

    /** How long another instance may take with a request: longer if it is asked to wait for something. */
    Duration patience(Context ctx) {
        var waits = ctx.header("Daybook-Token") != null || ctx.queryParam("at") != null;
        var preferred = Preferences.parse(Collections.list(ctx.req().getHeaders("Prefer")));
        return waits ? timeout.plus(preferred.waitAtMost(longestWait, TOKEN_WAIT)) : timeout;
    }

    /** Ends the streams that are handed on from others, for whose end nobody shall wait. */
    public void hangUp() {
        relay.close();
    }

    @Override
    public void close() {
        hangUp();
        calls.close();
    }
}
