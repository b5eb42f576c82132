package dev.daybook.http.request;

import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.platform.config.ValueType;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds on whose behalf a request is made. No app authenticates: a bearer token is not looked at, and what a request says of
 * itself is not believed. Only a header that the operator names is, one that a proxy in front of the app sets and takes off what
 * comes from outside.
 *
 * @param trustedHeader the header's name; empty: nobody's principal is known
 */
public record Principals(Optional<String> trustedHeader) {
    /** The setting that names the header. */
    public static final Setting<String> HEADER = Setting.optional(
            "principal.header",
            ValueType.text(),
            "the request header that names on whose behalf a request is made; it is believed as it stands, so name one "
                    + "only if a proxy sets it and takes off what comes from outside");

    private static final Pattern PRINCIPAL = Pattern.compile("[ -~]{1,256}");

    /** Reads what the operator trusts. */
    public static Principals from(Settings settings) {
        return new Principals(settings.find(HEADER));
    }

    /** The principal, or null if it is not known. */
    public @Nullable String of(Context ctx) {
        return trustedHeader.map(header -> principal(ctx, header)).orElse(null);
    }

    private static @Nullable String principal(Context ctx, String header) {
        var principal = RequestHeader.single(ctx, header);
        if (principal != null && !PRINCIPAL.matcher(principal).matches()) {
            throw RequestHeader.malformed(header, "1 to 256 ASCII characters", "others");
        }
        return principal;
    }
}
