package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.http.Answers;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.projection.ledger.ShardAwayException;
import dev.daybook.projection.parking.Discard;
import dev.daybook.projection.parking.ParkedEvent;
import dev.daybook.projection.parking.Release;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/dead-letters/{view}/{id}/retry} and {@code …/discard}: has the parked events of an aggregate folded in their
 * order, up to the first that cannot be folded; the second drops the first of them before, or all.
 */
final class ReleaseHandler implements Handler {
    static final String ALL = "all";
    /** How long it waits for its turn. */
    static final Duration WAIT = Duration.ofSeconds(10);

    private final Catalog catalog;
    private final Function<Context, Discard> discard;

    private ReleaseHandler(Catalog catalog, Function<Context, Discard> discard) {
        this.catalog = catalog;
        this.discard = discard;
    }

    static ReleaseHandler retry(Catalog catalog) {
        return new ReleaseHandler(catalog, ctx -> {
            Parameters.of(ctx, List.of());
            return Discard.NONE;
        });
    }

    static ReleaseHandler discard(Catalog catalog) {
        return new ReleaseHandler(
                catalog,
                ctx -> switch (Parameters.of(ctx, List.of(ALL)).text(ALL).orElse("false")) {
                    case "true" -> Discard.ALL;
                    case "false" -> Discard.FIRST;
                    case String other -> throw Parameters.bad(ALL, "true or false", "'" + other + "'");
                });
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var view = Asked.view(ctx, catalog);
        var id = ctx.pathParam("id");
        var which = discard.apply(ctx);
        var release = await(view, view.shards().of(id).submit(ledger -> ledger.release(id, which)))
                .orElseThrow(() -> QueryProblems.notParked(view.name(), id).exception());
        Answers.json(ctx, 200, "released", out -> {
            out.writeStartObject();
            out.writeStringField("view", view.name());
            out.writeStringField("aggregate", view.view().aggregate());
            out.writeStringField("id", id);
            write(release, out);
            out.writeEndObject();
        });
    }

    private static Optional<Release> await(ServedView<?, ?> view, CompletableFuture<Optional<Release>> result)
            throws InterruptedException {
        try {
            return result.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(false);
            throw QueryProblems.busy(view.name()).exception();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ShardAwayException away) {
                throw away;
            }
            if (e.getCause() instanceof RegistryUnavailableException away) {
                throw away;
            }
            throw new IllegalStateException("The parked events cannot be released", e.getCause());
        }
    }

    private static void write(Release release, JsonGenerator out) throws IOException {
        out.writeNumberField("discarded", release.discarded());
        out.writeNumberField("released", release.released());
        out.writeNumberField("parked", release.parked());
        @Nullable ParkedEvent stoppedBy = release.stoppedBy();
        if (stoppedBy == null) {
            out.writeNullField("stoppedBy");
        } else {
            out.writeObjectFieldStart("stoppedBy");
            out.writeNumberField("position", stoppedBy.position());
            out.writeNumberField("version", stoppedBy.event().headers().sequence());
            out.writeStringField("type", stoppedBy.event().headers().type());
            out.writeStringField("reason", stoppedBy.reason());
            out.writeEndObject();
        }
    }
}
