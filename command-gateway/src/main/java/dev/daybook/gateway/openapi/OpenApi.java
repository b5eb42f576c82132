package dev.daybook.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.gateway.catalog.AggregateType;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.catalog.CommandType;
import dev.daybook.http.openapi.ApiDocument;
import dev.daybook.http.openapi.Examples;
import java.util.List;
import java.util.Objects;

/**
 * Describes the commands of a catalog. What does not depend on the schemas stands in {@code openapi.yaml}; a path for each command
 * is added to it.
 */
public final class OpenApi {
    private static final List<String> PARAMETERS = List.of(
            "id", "idempotencyKey", "ifMatch", "ifNoneMatch", "prefer", "commandAck", "correlationId", "traceparent");
    private static final List<String> RESPONSES =
            List.of("200", "202", "400", "404", "405", "412", "413", "415", "422", "431", "500", "503");

    private OpenApi() {}

    /** The document. */
    public static ApiDocument of(Catalog catalog) {
        var document = ApiDocument.beside(OpenApi.class, "openapi.yaml");
        for (var aggregate : catalog.aggregates()) {
            document.root().withArray("/tags").addObject().put("name", aggregate.name());
            for (var command : aggregate.commands()) {
                document.root()
                        .withObject("/paths")
                        .putObject("/v1/%s/{id}/%s".formatted(aggregate.name(), command.name()))
                        .set("post", operation(aggregate, command, document));
            }
        }
        return document;
    }

    private static ObjectNode operation(AggregateType aggregate, CommandType<?> command, ApiDocument document) {
        var operation = document.root().objectNode();
        var type = command.json().type();
        operation.put("operationId", aggregate.name() + "." + command.name());
        operation.put("summary", Objects.requireNonNullElse(type.schema().getDoc(), command.name()));
        operation.putArray("tags").add(aggregate.name());
        var parameters = operation.putArray("parameters");
        PARAMETERS.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
        var body = operation.putObject("requestBody").put("required", true);
        body.withObject("/content/application~1json")
                .<ObjectNode>set("schema", document.schemas().of(type))
                .set("example", Examples.of(type));
        var responses = operation.putObject("responses");
        RESPONSES.forEach(status -> responses.putObject(status).put("$ref", "#/components/responses/" + status));
        return operation;
    }
}
