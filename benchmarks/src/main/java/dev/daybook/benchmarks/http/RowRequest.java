package dev.daybook.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;

/** A read of a row as an HTTP request. */
public final class RowRequest {
    private RowRequest() {}

    /** The whole request; the key needs no encoding. */
    public static byte[] of(URI server, String view, String key) {
        return "GET /v1/views/%s/%s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(view, key, server.getAuthority())
                .getBytes(ISO_8859_1);
    }
}
