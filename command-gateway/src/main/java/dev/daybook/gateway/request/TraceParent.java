package dev.daybook.gateway.request;

import dev.daybook.http.request.RequestHeader;
import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Finds the trace that a request is part of (W3C Trace Context 1). */
public final class TraceParent {
    private static final String HEADER = "traceparent";
    private static final String IDS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";
    // A later version may have more to say after the flags; 00 has not.
    private static final Pattern VALID =
            Pattern.compile("00" + IDS + "|(?!00|ff)[0-9a-f]{2}" + IDS + "(-[!-~]{1,200})?");

    private TraceParent() {}

    /** The caller's trace; a new one, not sampled, if there is none or it is malformed: the spec says to ignore it. */
    public static String of(Context ctx) {
        var values = RequestHeader.all(ctx, HEADER);
        return values.size() == 1 && VALID.matcher(values.getFirst()).matches() ? values.getFirst() : create();
    }

    private static String create() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        var trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
        var span = hex.toHexDigits(random.nextLong() | 1);
        return "00-" + trace + "-" + span + "-00";
    }
}
