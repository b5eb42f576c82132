package dev.daybook.platform.config;

import java.util.regex.Pattern;

/** Keeps secrets out of what is printed. */
final class Secrets {
    private static final String MASK = "****";
    private static final Pattern SECRET_KEY =
            Pattern.compile(".*(password|passphrase|secret|jaas|credential|basic\\.auth).*|(.*\\.)?(token|key)");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]*@");

    private Secrets() {}

    /** The value as it may be printed: not at all if the key names a secret, and an address without its user. */
    static String masked(String key, String value) {
        return SECRET_KEY.matcher(key).matches()
                ? MASK
                : USER_INFO.matcher(value).replaceAll(MASK + "@");
    }
}
