package dev.daybook.cli.client;

import java.util.Map;

/** The version that a command expects its aggregate to be at, as HTTP says it. */
public final class Preconditions {
    private Preconditions() {}

    /** The request headers for an expected version; 0: the aggregate must not exist yet. */
    public static Map<String, String> expecting(long version) {
        return version == 0 ? Map.of("If-None-Match", "*") : Map.of("If-Match", "\"" + version + "\"");
    }
}
