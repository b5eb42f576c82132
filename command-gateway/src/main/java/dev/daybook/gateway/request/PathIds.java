package dev.daybook.gateway.request;

import dev.daybook.http.Problem;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** Reads ids from the path of a request. */
public final class PathIds {
    private static final int MAX_BYTES = 512;

    private PathIds() {}

    /** An id of 1 to 512 bytes of UTF-8; the same is asked of the keys of commands that come by Kafka. */
    public static String of(Context ctx, String parameter) {
        var id = ctx.pathParam(parameter);
        var length = id.getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_BYTES) {
            throw Problem.of(
                            400,
                            "malformed-id",
                            "An id in the path is not as it must be",
                            "{%s}: expected 1 to %d bytes of UTF-8, found %d".formatted(parameter, MAX_BYTES, length))
                    .exception();
        }
        return id;
    }
}
