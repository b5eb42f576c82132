package dev.daybook.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.http.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns what is written as JSON into a tree. */
final class JsonNodes {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonNodes() {}

    static JsonNode of(JsonBody body) {
        try {
            return MAPPER.readTree(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
