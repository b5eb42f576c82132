package dev.daybook.projection.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What other instances say of themselves; of one that does not answer, nothing. */
final class Reports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peers peers;
    private final Context ctx;
    private final String path;

    Reports(Peers peers, Context ctx, String path) {
        this.peers = peers;
        this.ctx = ctx;
        this.path = path;
    }

    Map<Address, Optional<JsonNode>> of(List<Address> instances) throws InterruptedException {
        var reports = new LinkedHashMap<Address, Optional<JsonNode>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(instances.stream().map(this::report).toList());
            for (var i = 0; i < instances.size(); i++) {
                reports.put(instances.get(i), asked.get(i).resultNow());
            }
        }
        return reports;
    }

    private Callable<Optional<JsonNode>> report(Address instance) {
        var request = Passage.to(ctx, instance, path).build();
        var patience = peers.patience(ctx);
        return () -> report(instance, request, patience);
    }

    private Optional<JsonNode> report(Address instance, HttpRequest request, Duration patience)
            throws InterruptedException {
        try {
            var answer = peers.calls().ask(instance, List.of(), request, patience);
            return answer.status() == 200 && answer.body() instanceof Answer.Whole whole
                    ? Optional.of(JSON.readTree(whole.bytes()))
                    : Optional.empty();
        } catch (AwayException | IOException e) {
            return Optional.empty();
        }
    }
}
