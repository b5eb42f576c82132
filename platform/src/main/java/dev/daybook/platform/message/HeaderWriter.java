package dev.daybook.platform.message;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Writes the headers of a message; what is null is left out. */
final class HeaderWriter {
    static final String SPEC_VERSION = "1.0";

    private static final byte[] SPEC_VERSION_BYTES = SPEC_VERSION.getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTENT_TYPE = "application/avro".getBytes(StandardCharsets.UTF_8);

    private final Headers headers;

    HeaderWriter(Headers headers) {
        this.headers = headers;
        headers.add(HeaderNames.SPEC_VERSION, SPEC_VERSION_BYTES);
        headers.add(HeaderNames.CONTENT_TYPE, CONTENT_TYPE);
    }

    HeaderWriter add(String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }
}
