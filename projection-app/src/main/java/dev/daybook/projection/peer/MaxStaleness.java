package dev.daybook.projection.peer;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How stale an answer may be, in the header {@code Daybook-Max-Staleness}: seconds, with decimals if need be. */
public final class MaxStaleness {
    static final String HEADER = "Daybook-Max-Staleness";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final int NANOS = 9;

    private MaxStaleness() {}

    /**
     * What a request allows; empty if it wants to hear from those only who post what is asked for.
     *
     * @throws MalformedStalenessException if the header says something else than seconds
     */
    public static Optional<Duration> of(Context ctx) {
        return Optional.ofNullable(ctx.header(HEADER)).map(MaxStaleness::parse);
    }

    private static Duration parse(String value) {
        if (!SECONDS.matcher(value.strip()).matches()) {
            throw new MalformedStalenessException(value);
        }
        return Duration.ofNanos(
                new BigDecimal(value.strip()).movePointRight(NANOS).longValueExact());
    }
}
