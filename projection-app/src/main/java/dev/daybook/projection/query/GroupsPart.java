package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.projection.rollup.Group;
import dev.daybook.projection.view.RowCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What some partitions add to the rows of a rollup.
 *
 * @param groups what they add, in the order of the keys' UTF-8 bytes
 * @param parked of how many aggregates events are parked
 */
record GroupsPart<R>(List<Group<R>> groups, long parked) {

    /** Writes it, rows as they are stored, so that they can be added up again. */
    void write(RowCodec<R> codec, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("groups");
        for (var group : groups) {
            out.writeStartObject();
            out.writeStringField("key", group.key());
            out.writeBinaryField("row", codec.encodeRow(group.row()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("parked", parked);
        out.writeEndObject();
    }

    static <R> GroupsPart<R> read(JsonNode part, RowCodec<R> codec) {
        var groups = new ArrayList<Group<R>>();
        for (var group : part.path("groups")) {
            groups.add(new Group<>(group.path("key").asText(), row(group, codec)));
        }
        return new GroupsPart<>(groups, part.path("parked").asLong());
    }

    private static <R> R row(JsonNode group, RowCodec<R> codec) {
        try {
            return Objects.requireNonNull(codec.decodeRow(group.path("row").binaryValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
