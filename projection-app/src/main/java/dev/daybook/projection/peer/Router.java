package dev.daybook.projection.peer;

import dev.daybook.projection.ledger.ShardAwayException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Has a request answered where its partition is: by a handler here, or by another instance. A partition may move while it
 * is asked for; if someone else has it afterwards, that one is asked too, once, unless the request changes something and may have
 * done so. Copies are asked if the caller allows that:
 * one that is here before anyone else, all others when there is no other way.
 */
final class Router implements Handler {
    private final Peers peers;
    private final Function<Context, Place> places;
    private final Handler local;
    private final Duration besides;

    Router(Peers peers, Function<Context, Place> places, Handler local, Duration besides) {
        this.peers = peers;
        this.places = places;
        this.local = local;
        this.besides = besides;
    }

    @Override
    public void handle(Context ctx) throws Exception {
        if (Forwarded.application(ctx).isPresent()) {
            local.handle(ctx);
            return;
        }
        var place = places.apply(ctx);
        var copies = MaxStaleness.of(ctx).isPresent() && reads(ctx);
        if (copies && !place.isHere() && answeredHere(ctx, Attempt.GLANCE)) {
            return;
        }
        try {
            answer(ctx, place);
        } catch (ShardAwayException | InvalidStateStoreException | AwayException e) {
            if (!copies || ctx.res().isCommitted() || !answeredByCopies(ctx, place)) {
                throw e;
            }
        }
    }

    private boolean answeredHere(Context ctx, Attempt attempt) throws Exception {
        attempt.mark(ctx);
        try {
            local.handle(ctx);
            return true;
        } catch (ShardAwayException | InvalidStateStoreException e) {
            return false;
        } finally {
            Attempt.LAST.mark(ctx);
        }
    }

    private boolean answeredByCopies(Context ctx, Place place) throws Exception {
        if (answeredHere(ctx, Attempt.COPY)) {
            return true;
        }
        for (var instance : peers.copies(place)) {
            try {
                peers.relay().hand(ask(ctx, place, instance), ctx);
                return true;
            } catch (ShardAwayException | AwayException e) {
                // The next one may have it.
            }
        }
        return false;
    }

    private void answer(Context ctx, Place place) throws Exception {
        var elsewhere = peers.elsewhere(place);
        try {
            answer(ctx, place, elsewhere);
        } catch (ShardAwayException | InvalidStateStoreException | AwayException e) {
            var now = peers.elsewhere(place);
            if (now.equals(elsewhere) || ctx.res().isCommitted() || mayBeDone(ctx, e)) {
                throw e;
            }
            answer(ctx, place, now);
        }
    }

    private static boolean reads(Context ctx) {
        return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    }

    /** Whether a request that changes something may have done so although nobody answered. */
    private static boolean mayBeDone(Context ctx, RuntimeException failure) {
        return !reads(ctx) && failure instanceof AwayException away && !away.unasked();
    }

    private void answer(Context ctx, Place place, Optional<Address> elsewhere) throws Exception {
        if (elsewhere.isPresent()) {
            peers.relay().hand(ask(ctx, place, elsewhere.get()), ctx);
        } else {
            local.handle(ctx);
        }
    }

    private Answer ask(Context ctx, Place place, Address instance) throws InterruptedException {
        var request = Passage.of(ctx, instance)
                .header(Forwarded.HEADER, place.group().name())
                .build();
        var patience = peers.patience(ctx).plus(besides);
        var answer = peers.calls().ask(instance, List.of(place.partition()), request, patience);
        if (answer.isNotReady()) {
            throw place.shard().away();
        }
        return answer;
    }
}
