package dev.daybook.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the JSON of an answer, one value. */
@FunctionalInterface
public interface JsonBody {

    void write(JsonGenerator out) throws IOException;

    /** What it writes, in UTF-8. */
    default byte[] bytes() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = Factory.JSON.createGenerator(bytes)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Holds the one factory. */
    final class Factory {
        private static final JsonFactory JSON = new JsonFactory();

        private Factory() {}
    }
}
