package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bytes, as a string in base64. */
public record BytesType() implements JsonType {

    @Override
    public String expected() {
        return "bytes as a string in base64";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.VALUE_STRING)) {
            return in.fault(expected());
        }
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(in.text()));
        } catch (IllegalArgumentException e) {
            return in.fault(expected());
        }
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        var bytes = ((ByteBuffer) Objects.requireNonNull(value)).duplicate();
        out.writeString(new String(Base64.getEncoder().encode(bytes).array(), StandardCharsets.US_ASCII));
    }
}
