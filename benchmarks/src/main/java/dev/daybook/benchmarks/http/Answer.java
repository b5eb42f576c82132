package dev.daybook.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The answer to a request. */
public record Answer(int status, String body) {
    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: *(\\d+)\r\n", Pattern.CASE_INSENSITIVE);
    /** {@code HTTP/1.1 200}. */
    private static final int STATUS_FROM = 9;

    private static final int STATUS_TO = 12;

    public boolean good() {
        return status == 200 || status == 202;
    }

    /** The answer that the bytes hold, or null if it is not there as a whole. */
    static @Nullable Answer parse(byte[] bytes, int length) throws IOException {
        int head = endOfHead(bytes, length);
        if (head < 0) {
            return null;
        }
        var text = new String(bytes, 0, head, ISO_8859_1);
        var found = LENGTH.matcher(text);
        if (!found.find()) {
            throw new IOException("Expected an answer with a Content-Length, but found: " + text);
        }
        int body = Integer.parseInt(found.group(1));
        return length < head + body
                ? null
                : new Answer(Integer.parseInt(text, STATUS_FROM, STATUS_TO, 10), new String(bytes, head, body, UTF_8));
    }

    /** Where the body begins, or -1. */
    private static int endOfHead(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }
}
