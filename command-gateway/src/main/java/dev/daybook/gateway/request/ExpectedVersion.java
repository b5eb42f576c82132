package dev.daybook.gateway.request;

import dev.daybook.http.request.RequestHeader;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the version that an aggregate must be at: {@code If-Match} and {@code If-None-Match} (RFC 9110, §13.1). */
public final class ExpectedVersion {
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private ExpectedVersion() {}

    /** The version; 0: the aggregate must not exist yet; null: any. */
    public static @Nullable Long of(Context ctx) {
        var match = RequestHeader.single(ctx, IF_MATCH);
        var noneMatch = RequestHeader.single(ctx, IF_NONE_MATCH);
        if (match != null && noneMatch != null) {
            throw RequestHeader.malformed(IF_NONE_MATCH, "either If-Match or If-None-Match", "both");
        }
        if (noneMatch != null) {
            return mustNotExist(noneMatch);
        }
        return match == null ? null : version(match);
    }

    private static Long mustNotExist(String noneMatch) {
        if (!noneMatch.equals("*")) {
            throw RequestHeader.malformed(IF_NONE_MATCH, "*", "'%s'".formatted(noneMatch));
        }
        return 0L;
    }

    private static Long version(String match) {
        var etag = ETAG.matcher(match);
        if (!etag.matches()) {
            throw RequestHeader.malformed(
                    IF_MATCH, "one strong ETag that is a version, such as \"5\"", "'%s'".formatted(match));
        }
        return Long.valueOf(etag.group(1));
    }
}
