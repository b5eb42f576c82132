package dev.daybook.http.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An interface as an OpenAPI 3.1 document: what does not depend on the schemas stands in a file, the rest is added to it. For one
 * thread until its routes are added.
 */
public final class ApiDocument {
    private final ObjectNode root;
    private final JsonSchemas schemas;

    private ApiDocument(ObjectNode root) {
        this.root = root;
        this.schemas = new JsonSchemas(root.withObject("/components/schemas"));
    }

    /** The document that begins as a file in YAML that lies beside a class. */
    public static ApiDocument beside(Class<?> owner, String file) {
        try (var yaml = owner.getResourceAsStream(file)) {
            return new ApiDocument((ObjectNode) new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document itself, to be added to. */
    public ObjectNode root() {
        return root;
    }

    /** Writes schemas of types into the document. */
    public JsonSchemas schemas() {
        return schemas;
    }

    /** Adds the routes that give the document, and show it. */
    public void addTo(RoutesConfig routes) {
        var json = root.toString();
        var pages = new ApiPages();
        routes.get("/openapi.json", ctx -> ctx.contentType("application/json").result(json));
        routes.get("/docs", pages.index());
        routes.get("/docs/{file}", pages.file());
    }
}
