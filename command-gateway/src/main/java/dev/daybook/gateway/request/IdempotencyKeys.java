package dev.daybook.gateway.request;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.daybook.http.request.RequestHeader;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/** Finds the id of a command: the caller's idempotency key, or else a new UUID of version 7. Thread-safe. */
public final class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";
    static final String PATTERN = "[!-~]{1,200}";

    private static final Pattern KEY = Pattern.compile(PATTERN);

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** The id of the command that a request sends. */
    public String of(Context ctx) {
        var key = RequestHeader.single(ctx, HEADER);
        if (key == null) {
            return ids.generate().toString();
        }
        if (!KEY.matcher(key).matches()) {
            throw RequestHeader.malformed(
                    HEADER, "1 to 200 visible ASCII characters without spaces", "'%s'".formatted(key));
        }
        return key;
    }
}
