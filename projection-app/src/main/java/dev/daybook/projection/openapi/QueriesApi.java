package dev.daybook.projection.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.Vocabulary;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.Rollup;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import dev.daybook.http.json.JsonLimits;
import dev.daybook.http.json.RecordJson;
import dev.daybook.http.openapi.ApiDocument;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Describes what can be asked of views and aggregates. What does not depend on them stands in {@code openapi.yaml}, and so do their
 * paths, with names to be filled in.
 */
public final class QueriesApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATHS = "x-paths";

    private final ApiDocument document = ApiDocument.beside(QueriesApi.class, "openapi.yaml");
    private final JsonNode templates = document.root().remove(PATHS);

    private QueriesApi() {}

    /** The document about what can be read of contexts. */
    public static ApiDocument of(List<? extends BoundedContext> contexts) {
        var api = new QueriesApi();
        for (var context : contexts) {
            context.views().forEach(api::add);
            context.aggregates().forEach(api::add);
        }
        return api.document;
    }

    private void add(View<?, ?> view) {
        tag("view " + view.name(), "The view " + view.name());
        var paths = filledIn("rows", Map.of("NAME", view.name(), "SCHEMA", schema(view.name(), view.rows())));
        var rows = (ArrayNode) paths.path("/v1/views/" + view.name()).at("/get/parameters");
        switch (view) {
            case RowView<?, ?> listed -> listed.filters().forEach(filter -> addFilter(filter, rows));
            case Rollup<?, ?> _ -> {
                addAt(rows);
                addAt((ArrayNode)
                        paths.path("/v1/views/" + view.name() + "/{key}").at("/get/parameters"));
            }
        }
        document.root().withObject("/paths").setAll(paths);
    }

    private void add(Aggregate<?, ?, ?> aggregate) {
        var type = aggregate.type();
        tag("aggregate " + type, "Aggregates of the type " + type);
        document.root()
                .withObject("/paths")
                .setAll(filledIn(
                        "aggregate",
                        Map.of(
                                "NAME", type,
                                "EVENTS", schema(type + ".events", aggregate.events()),
                                "STATE", schema(type + ".state", aggregate.state()))));
    }

    private void tag(String name, String description) {
        document.root().withArray("/tags").addObject().put("name", name).put("description", description);
    }

    private static void addFilter(RowView.Filter<?> filter, ArrayNode parameters) {
        var schema = parameters
                .addObject()
                .put("name", filter.field())
                .put("in", "query")
                .put("description", "Only rows with this value.")
                .putObject("schema")
                .put("type", "string");
        if (!filter.values().isEmpty()) {
            filter.values().forEach(schema.putArray("enum")::add);
        }
    }

    private static void addAt(ArrayNode parameters) {
        parameters.addObject().put("$ref", "#/components/parameters/at");
    }

    private ObjectNode filledIn(String template, Map<String, String> names) {
        var text = templates.path(template).toString();
        for (var name : names.entrySet()) {
            text = text.replaceAll("\\b" + name.getKey() + "\\b", name.getValue());
        }
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the schema of what is one of some records, which goes into the document. */
    private String schema(String name, Class<?> vocabulary) {
        var codecs = Vocabulary.of(vocabulary).codecs();
        var references = codecs.stream().map(this::reference).toList();
        if (codecs.size() == 1) {
            return codecs.getFirst().fullName();
        }
        var schema = document.root().withObject("/components/schemas").putObject(name);
        references.forEach(schema.putArray("anyOf")::add);
        return name;
    }

    private ObjectNode reference(RecordCodec<?> codec) {
        return document.schemas().of(RecordJson.of(codec, JsonLimits.DEFAULT).type());
    }
}
