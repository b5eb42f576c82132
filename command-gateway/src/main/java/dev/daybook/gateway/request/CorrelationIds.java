package dev.daybook.gateway.request;

import dev.daybook.http.request.RequestHeader;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a command is part of: the correlation id that its caller gives to all of one business conversation. */
public final class CorrelationIds {
    /** Of a request: what the command is part of. Of an answer: what all that follows from the command is part of. */
    public static final String HEADER = "Daybook-Correlation-Id";

    private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

    private CorrelationIds() {}

    /** The caller's correlation id; null if the command begins a conversation, which is then named by the command's id. */
    public static @Nullable String of(Context ctx) {
        var id = RequestHeader.single(ctx, HEADER);
        if (id != null && !ID.matcher(id).matches()) {
            throw RequestHeader.malformed(
                    HEADER, "1 to 200 visible ASCII characters without spaces", "'%s'".formatted(id));
        }
        return id;
    }
}
