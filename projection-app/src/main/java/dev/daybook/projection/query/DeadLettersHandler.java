package dev.daybook.projection.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.http.Answers;
import dev.daybook.projection.peer.Forwarded;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.peer.RefusedException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/dead-letters}: the aggregates that views have parked events of, by view and by id, page by page. */
final class DeadLettersHandler implements Handler {
    static final String VIEW = "view";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final int DEFAULT_LIMIT = 100;
    static final int MOST = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<JsonNode> BY_ID =
            Comparator.comparing(letter -> letter.path("id").asText().getBytes(UTF_8), Arrays::compareUnsigned);

    private final Catalog catalog;
    private final Peers peers;
    private final Handler forwarded;

    DeadLettersHandler(Catalog catalog, Peers peers) {
        this.catalog = catalog;
        this.peers = peers;
        this.forwarded = peers.survey(ctx -> Wanted.of(ctx).question(Asked.view(ctx, catalog)));
    }

    /** Where a page ends: a view's name has no slash, while an id may have any character. */
    private record End(String view, String id) {
        static End parse(String text) {
            var slash = text.indexOf('/');
            return new End(text.substring(0, slash), text.substring(slash + 1));
        }

        static End of(JsonNode letter) {
            return new End(letter.path("view").asText(), letter.path("id").asText());
        }

        @Override
        public String toString() {
            return view + "/" + id;
        }
    }

    private record Wanted(
            Optional<String> view, Cursor cursor, @Nullable End after, int limit) {

        static Wanted of(Context ctx) {
            var parameters = Parameters.of(ctx, List.of(VIEW, LIMIT, CURSOR));
            var view = parameters.text(VIEW);
            var cursor = Cursor.of("dead-letters", Map.of(VIEW, view.orElse("")));
            var after = parameters
                    .text(CURSOR)
                    .map(given -> cursor.decode(given)
                            .map(End::parse)
                            .orElseThrow(() ->
                                    Parameters.bad(CURSOR, "a cursor that this question was answered with", "another")))
                    .orElse(null);
            var limit =
                    parameters.count(LIMIT, MOST).orElse((long) DEFAULT_LIMIT).intValue();
            return new Wanted(view, cursor, after, limit);
        }

        boolean comesToPage(ServedView<?, ?> each) {
            return after == null || each.name().compareTo(after.view) >= 0;
        }

        DeadLettersQuestion question(ServedView<?, ?> each) {
            var id = after != null && after.view.equals(each.name()) ? after.id : null;
            return new DeadLettersQuestion(each, id, limit + 1);
        }
    }

    @Override
    public void handle(Context ctx) throws Exception {
        if (Forwarded.application(ctx).isPresent()) {
            forwarded.handle(ctx);
            return;
        }
        try {
            answer(ctx, Wanted.of(ctx));
        } catch (RefusedException e) {
            peers.hand(e, ctx);
        }
    }

    private void answer(Context ctx, Wanted wanted) throws InterruptedException {
        var found = find(ctx, wanted);
        var page = found.subList(0, Math.min(wanted.limit, found.size()));
        Answers.json(ctx, 200, "dead-letters", out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("deadLetters");
            for (var letter : page) {
                JSON.writeTree(out, letter);
            }
            out.writeEndArray();
            out.writeStringField(
                    "next",
                    found.size() > wanted.limit
                            ? wanted.cursor.encode(End.of(page.getLast()).toString())
                            : null);
            out.writeEndObject();
        });
    }

    /** One letter more than are wanted, if there are as many. */
    private List<JsonNode> find(Context ctx, Wanted wanted) throws InterruptedException {
        var found = new ArrayList<JsonNode>();
        for (var view : views(wanted)) {
            if (found.size() <= wanted.limit && wanted.comesToPage(view)) {
                peers.gather(ctx, wanted.question(view)).stream()
                        .flatMap(Collection::stream)
                        .sorted(BY_ID)
                        .limit(wanted.limit + 1L - found.size())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private List<? extends ServedView<?, ?>> views(Wanted wanted) {
        return wanted.view.isPresent() ? List.of(catalog.view(wanted.view.get())) : catalog.views();
    }
}
