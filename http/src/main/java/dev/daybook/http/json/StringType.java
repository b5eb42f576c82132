package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text. */
public record StringType() implements JsonType {

    @Override
    public String expected() {
        return "a string";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.VALUE_STRING)) {
            return in.fault(expected());
        }
        var text = in.text();
        // JSON can escape half of a surrogate pair; UTF-8 cannot, and would store a question mark instead.
        return isWellFormed(text) ? text : in.fault("a string of whole characters", "half of a surrogate pair");
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeString(Objects.requireNonNull(value).toString());
    }

    static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
