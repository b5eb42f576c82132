package dev.daybook.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.daybook.gateway.catalog.AggregateType;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.catalog.CommandType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * {@code GET /openapi.json}: the interface as an OpenAPI 3.1 document. What does not depend on the schemas stands in
 * {@code openapi.yaml}; a path for each command is added to it.
 */
public final class OpenApi implements Handler {
    private static final List<String> PARAMETERS = List.of(
            "id", "idempotencyKey", "ifMatch", "ifNoneMatch", "prefer", "commandAck", "correlationId", "traceparent");
    private static final List<String> RESPONSES =
            List.of("200", "202", "400", "404", "405", "412", "413", "415", "422", "431", "500", "503");

    private final ObjectNode document;
    private final byte[] json;

    /** Describes the commands of a catalog. */
    public OpenApi(Catalog catalog) {
        document = template();
        var schemas = new JsonSchemas(document.withObject("/components/schemas"));
        for (var aggregate : catalog.aggregates()) {
            document.withArray("/tags").addObject().put("name", aggregate.name());
            for (var command : aggregate.commands()) {
                document.withObject("/paths")
                        .putObject("/v1/%s/{id}/%s".formatted(aggregate.name(), command.name()))
                        .set("post", operation(aggregate, command, schemas));
            }
        }
        json = bytes(document);
    }

    @Override
    public void handle(Context ctx) {
        ctx.contentType("application/json").result(json);
    }

    ObjectNode document() {
        return document;
    }

    private ObjectNode operation(AggregateType aggregate, CommandType<?> command, JsonSchemas schemas) {
        var operation = document.objectNode();
        var type = command.json().type();
        operation.put("operationId", aggregate.name() + "." + command.name());
        operation.put("summary", Objects.requireNonNullElse(type.schema().getDoc(), command.name()));
        operation.putArray("tags").add(aggregate.name());
        var parameters = operation.putArray("parameters");
        PARAMETERS.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
        var body = operation.putObject("requestBody").put("required", true);
        body.withObject("/content/application~1json")
                .<ObjectNode>set("schema", schemas.of(type))
                .set("example", Examples.of(type));
        var responses = operation.putObject("responses");
        RESPONSES.forEach(status -> responses.putObject(status).put("$ref", "#/components/responses/" + status));
        return operation;
    }

    private static ObjectNode template() {
        try (var yaml = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            return (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return new ObjectMapper().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
