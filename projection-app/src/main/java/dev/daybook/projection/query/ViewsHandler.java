package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.http.Answers;
import dev.daybook.projection.lag.EndOfLog;
import dev.daybook.projection.peer.Address;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.stream.Group;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /v1/views}: the views and timelines, how they are, and how far they have come. */
final class ViewsHandler implements Handler {
    private final Catalog catalog;
    private final EndOfLog ends;
    private final Peers peers;

    ViewsHandler(Catalog catalog, EndOfLog ends, Peers peers) {
        this.catalog = catalog;
        this.ends = ends;
        this.peers = peers;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var standing = Standing.lookUp(ctx, peers, groups());
        var status = new StatusJson(ends, standing);
        Answers.json(ctx, 200, "views", out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("views");
            for (var view : catalog.views()) {
                status.write(view, catalog.builds(view.name()), out);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("timelines");
            for (var timeline : catalog.timelines()) {
                status.write(timeline, out);
            }
            out.writeEndArray();
            write(standing.others(), out);
            out.writeEndObject();
        });
    }

    private List<Group> groups() {
        return Stream.concat(
                        catalog.views().stream().map(ServedView::group),
                        catalog.timelines().stream().map(ServedTimeline::group))
                .toList();
    }

    private void write(Map<Address, Optional<JsonNode>> others, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("instances");
        write(peers.self(), true, true, out);
        for (var other : others.entrySet()) {
            write(other.getKey(), false, other.getValue().isPresent(), out);
        }
        out.writeEndArray();
    }

    private static void write(Address instance, boolean here, boolean answers, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("instance", instance.toString());
        out.writeBooleanField("here", here);
        out.writeBooleanField("answers", answers);
        out.writeEndObject();
    }
}
