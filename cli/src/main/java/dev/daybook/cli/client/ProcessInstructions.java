package dev.daybook.cli.client;

import java.net.URI;
import java.util.Map;

/** What instances of processes can be told by people, over the process manager's API. Thread-safe. */
public final class ProcessInstructions {
    private static final byte[] NO_BODY = {};

    private final HttpApi api;

    public ProcessInstructions(URI base) {
        api = new HttpApi(base);
    }

    /** Has an instance go on that has failed; returns when that is in its inbox. */
    public void retry(String process, String id) {
        var answer = api.post(Paths.of("v1", "processes", process, id, "retry"), Map.of(), NO_BODY);
        if (answer.status() != 202) {
            throw answer.failure();
        }
    }
}
