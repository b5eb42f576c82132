package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.projection.parking.Parked;
import dev.daybook.projection.parking.ParkedAggregate;
import dev.daybook.projection.peer.Place;
import dev.daybook.projection.peer.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aggregates that all partitions of one view have parked events of, after an id, as they are shown. */
final class DeadLettersQuestion implements Question<List<JsonNode>> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServedView<?, ?> view;
    private final @Nullable String after;
    private final int limit;

    DeadLettersQuestion(ServedView<?, ?> view, @Nullable String after, int limit) {
        this.view = view;
        this.after = after;
        this.limit = limit;
    }

    @Override
    public List<Place> places() {
        return view.source().places();
    }

    @Override
    public List<JsonNode> part(List<Integer> partitions) {
        var letters = new ArrayList<JsonNode>();
        for (var partition : partitions) {
            var parked = view.shards().of(partition).ledger().parked();
            parked.aggregates(after, limit).forEach(aggregate -> letters.add(letter(partition, aggregate, parked)));
        }
        return letters;
    }

    private ObjectNode letter(int partition, ParkedAggregate aggregate, Parked parked) {
        var letter = JSON.createObjectNode()
                .put("view", view.name())
                .put("aggregate", view.view().aggregate())
                .put("id", aggregate.aggregateId())
                .put("partition", partition)
                .put("position", aggregate.first())
                .put("events", aggregate.events());
        parked.events(aggregate, 0, 1)
                .forEach(first ->
                        letter.put("type", first.event().headers().type()).put("reason", first.reason()));
        return letter;
    }

    @Override
    public void write(List<JsonNode> part, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (var letter : part) {
            JSON.writeTree(out, letter);
        }
        out.writeEndArray();
    }

    @Override
    public List<JsonNode> read(JsonNode part) {
        var letters = new ArrayList<JsonNode>();
        part.forEach(letters::add);
        return letters;
    }

    @Override
    public void answer(List<List<JsonNode>> parts) {
        throw new UnsupportedOperationException("The letters of all views make one answer");
    }
}
