package dev.daybook.cli.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document of one array, printed element by element, so that none is too long for the memory. Nothing is printed before
 * the first element or the end: until then a failure is the only document. For one thread.
 */
public final class JsonList {
    private final String name;
    private final PrintWriter out;
    private @Nullable JsonGenerator json;

    JsonList(String name, PrintWriter out) {
        this.name = name;
        this.out = out;
    }

    public void add(JsonNode element) {
        try {
            Json.MAPPER.writeTree(begun(), element);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the document; one that is not ended is no JSON, as it should be if it is not whole. */
    public void end() {
        try (var ended = begun()) {
            ended.writeEndArray();
            ended.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }

    private JsonGenerator begun() throws IOException {
        if (json == null) {
            json = Json.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .createGenerator(out)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeArrayFieldStart(name);
        }
        return json;
    }
}
