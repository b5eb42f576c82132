package dev.daybook.cli.client;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The command API. Thread-safe. */
public final class Gateway {
    private final HttpApi api;

    public Gateway(URI base) {
        api = new HttpApi(base);
    }

    /** Sends a command and returns whatever the gateway answers. */
    public Answer submit(String aggregate, String id, String command, byte[] json, Map<String, String> headers) {
        return api.post(path(aggregate, id, command), headers, json);
    }

    /** The same for one who tries again while the gateway is away. */
    public Answer trySubmit(String aggregate, String id, String command, byte[] json, Map<String, String> headers)
            throws IOException {
        return api.tryPost(path(aggregate, id, command), headers, json);
    }

    /** Asks what became of a command, for one who tries again while the gateway is away. */
    public Answer tryOutcome(String aggregate, String id, String commandId) throws IOException {
        return api.tryGet(Paths.of("v1", "commands", aggregate, id, commandId), Map.of());
    }

    private static String path(String aggregate, String id, String command) {
        return Paths.of("v1", aggregate, id, command);
    }
}
