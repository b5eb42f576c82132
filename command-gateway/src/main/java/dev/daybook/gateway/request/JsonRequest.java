package dev.daybook.gateway.request;

import dev.daybook.http.Problem;
import dev.daybook.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests that must be JSON. */
public final class JsonRequest {
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private static final int BUFFER = 16 << 10;
    private static final int MOST_DISCARDED = 16 << 20;

    private JsonRequest() {}

    /**
     * The body.
     *
     * @param max the most bytes that it may have
     * @throws ProblemException with status 415 if it is not JSON, 413 if it is too large
     */
    public static byte[] body(Context ctx, int max) {
        requireJson(ctx);
        try {
            var in = ctx.req().getInputStream();
            var body = ctx.req().getContentLengthLong() > max ? null : in.readNBytes(max + 1);
            if (body == null || body.length > max) {
                discard(in);
                throw tooLarge(max);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what is still to come, within limits: a sender who is cut off while it sends does not get to read the answer. */
    private static void discard(InputStream in) throws IOException {
        var buffer = new byte[BUFFER];
        for (long left = MOST_DISCARDED; left > 0; ) {
            var read = in.read(buffer);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static void requireJson(Context ctx) {
        var type = ctx.contentType();
        if (type == null || !JSON.matcher(type.strip()).matches()) {
            throw unsupported("application/json in UTF-8", type);
        }
        var encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("a body without Content-Encoding", encoding);
        }
    }

    private static ProblemException unsupported(String expected, @Nullable String found) {
        var detail = "Expected %s, found %s".formatted(expected, found == null ? "no Content-Type" : found);
        return Problem.of(415, "unsupported-media-type", "The body must be JSON", detail)
                .withHeader("Accept", "application/json")
                .exception();
    }

    private static ProblemException tooLarge(int max) {
        return Problem.of(413, "content-too-large", "The body is too large", "It may have at most " + max + " bytes")
                .with("maxBytes", max)
                .exception();
    }
}
